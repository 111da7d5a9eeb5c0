import type { SessionPattern } from "../../src/worker/protocol.ts";
import { counted, timeOfDay } from "../wording.ts";

/** What the refusals have in common, for people: "Since 10:42:07 all 12 requests to … were refused; 30 before were not.". */
export function courseSentence(course: SessionPattern): string {
  const { kind, refused } = course;
  if (kind === "fails-since") {
    const { host, since, before } = course;
    const earlier = `${before.toLocaleString("en")} before ${before === 1 ? "was" : "were"} not`;
    return `Since ${timeOfDay(since)} all ${counted(refused, "request")} to \`${host}\` were refused; ${earlier}.`;
  }
  const stopped = course.stopped === 0 ? "" : `, and with them ${counted(course.stopped, "request")} stopped`;
  return `Only preflights were refused: ${refused.toLocaleString("en")}${stopped}.`;
}
