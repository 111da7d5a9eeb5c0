import type { Course } from "../../src/examiner/messages.ts";
import { counted, timeOfDay } from "../wording.ts";

/** What the refusals have in common, for people: "Since 10:42:07 x.example.com refuses everything: 12 requests; …". */
export function courseSentence(course: Course): string {
  const { kind, refused } = course;
  if (kind === "fails-since") {
    const { host, since, before } = course;
    const earlier = `${counted(before, "request")} before ${before === 1 ? "was" : "were"} not refused`;
    return `Since ${timeOfDay(since)} \`${host}\` refuses everything: ${counted(refused, "request")}; ${earlier}.`;
  }
  const stopped = course.stopped === 0 ? "" : `, and with them ${counted(course.stopped, "request")} stopped`;
  return `Only preflights were refused: ${refused.toLocaleString("en")}${stopped}.`;
}
