import type { SessionPattern } from "../../src/worker/protocol.ts";
import { counted, timeOfDay } from "../elements/wording.ts";

/** Says what all refusals share: "Since 10:42:07 all 12 requests to … were refused; 30 before were not.". */
export function patternSentence(pattern: SessionPattern): string {
  const { kind, refused } = pattern;
  if (kind === "fails-since") {
    const { host, since, before } = pattern;
    const earlier = `${before.toLocaleString("en")} before ${before === 1 ? "was" : "were"} not`;
    return `Since ${timeOfDay(since)} all ${counted(refused, "request")} to \`${host}\` were refused; ${earlier}.`;
  }
  const stopped = pattern.stopped === 0 ? "" : `, and with them ${counted(pattern.stopped, "request")} stopped`;
  return `Only preflights were refused: ${refused.toLocaleString("en")}${stopped}.`;
}
