import type { Case } from "./case.ts";
import type { Advice, Confidence } from "./diagnosis.ts";
import type { Rule } from "./rule.ts";

/** The fix of a cause. Where the cause is not certain, its check stands before the first command that changes something. */
export function carefulFix(rule: Rule, subject: Case, confidence: Confidence): readonly Advice[] {
  const fix = rule.fix(subject);
  const firstChange = fix.findIndex(({ changes }) => changes === true);
  if (confidence === "certain" || firstChange < 0) return fix;
  return fix.toSpliced(firstChange, 0, checkFirst(rule.confirm(subject)));
}

function checkFirst(confirm: Advice): Advice {
  return { ...confirm, says: `Before any change, make sure that this is the cause. ${confirm.says}` };
}
