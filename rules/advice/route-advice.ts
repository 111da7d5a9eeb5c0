import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { quote } from "../../src/diagnosis/quote.ts";
import { otherVerbWorks } from "../clues/routes.ts";
import { isUnfilled } from "./mistaken-arn.ts";
import { advice, verb } from "./owner-commands.ts";
import { addMethod } from "./rest-advice.ts";

/** How to get a route that is none: corrected by the caller, or defined by the owner where the path is no mistake. */
export function fixRoute(subject: Case): readonly Advice[] {
  const mistake = mistakenPath(subject);
  if (mistake !== null) return [advice(mistake)];
  const where = otherVerbWorks.ask(subject).answer === "yes" ? "existing path" : "any path";
  return [correctRoute(subject), ...addMethod(subject, where)];
}

/** What the path itself shows to be wrong; null where it may be meant. */
function mistakenPath({ exchange: { request } }: Case): string | null {
  const { path, segments } = request.target;
  if (isUnfilled(path)) return `Fill in the variable in ${quote(path)}: it was sent as it stands there.`;
  return segments.slice(0, -1).includes("") ? `Leave out the empty segment in ${quote(path)}.` : null;
}

function correctRoute(subject: Case): Advice {
  if (verb(subject) === "HEAD") return advice("Call it with GET, or define HEAD: it is a verb of its own.");
  return advice(
    "Correct the path or the verb: compare its spelling, plural and segments with the deployed definition.",
  );
}
