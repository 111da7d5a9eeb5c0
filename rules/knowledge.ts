import type { Knowledge } from "../src/diagnosis/knowledge.ts";
import { adaptedTo } from "./adapt-to-host.ts";
import { noOwnerGuidance, ownerGuidance } from "./advice/log-guidance.ts";
import { factsOf } from "./case-facts.ts";
import { iacFix } from "./iac/iac-fix.ts";
import { rules } from "./index.ts";
import { lookFirst } from "./look-first.ts";
import { pageView } from "./page-view.ts";
import { plainCase } from "./plain-case.ts";
import { checks } from "./probes/checks.ts";
import type { Rule } from "./rule.ts";
import { scopeOf } from "./scope.ts";
import { order } from "./steps.ts";
import { isOfApi, openRefuser, whoRefused } from "./who-refused.ts";

/** All knowledge of this folder, in the engine's form. */
export const knowledge: Knowledge = {
  rules,
  order,
  checks,
  factsOf,
  adaptedTo,
  scopeOf: (rule: Rule, subject) => scopeOf(rule, subject),
  whoRefused,
  openRefuser,
  lookFirst,
  isOfApi,
  pageView: (rule: Rule, subject) => pageView(rule, subject),
  ownerGuidance: ({ refusedBy }, subject) => (refusedBy === "elsewhere" ? noOwnerGuidance : ownerGuidance(subject)),
  iacFix: (rule: Rule, subject) => iacFix(rule, subject),
  plainCase,
};
