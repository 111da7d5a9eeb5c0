import type { Checks } from "../probes/check.ts";
import type { Case, CaseKnowledge } from "./case.ts";
import type { Advice, OwnerGuidance } from "./diagnosis.ts";
import type { PageView, Scope } from "./explanation.ts";
import type { IacSnippet } from "./iac.ts";
import type { Order } from "./progress.ts";
import type { Rule } from "./rule.ts";

/** All that the engine knows about the systems whose refusals it explains. The engine itself names none of them. */
export interface Knowledge extends CaseKnowledge {
  readonly rules: readonly Rule[];
  readonly order: Order;
  readonly checks: Checks;
  /** The rules as they apply to a case; the same array for the same rules, so that results can be kept. */
  adaptedTo(subject: Case, rules: readonly Rule[]): readonly Rule[];
  /** The values that other refusals with this cause share with the case if they have one root. */
  scopeOf(rule: Rule, subject: Case): Scope;
  /** The words that name who refused, with the API's kind, id and region as far as they are known. */
  whoRefused(rule: Rule, subject: Case): string;
  /** The same where API and other servers are both probable. */
  readonly openRefuser: string;
  /** What to look at before any check, where the capture left out what would decide; else null. */
  lookFirst(subject: Case): Advice | null;
  /** The document's `apiGateway`: whether the API refused, or an integration behind it. */
  isOfApi(rule: Rule): boolean;
  /** What the page's own code saw of a refusal with this cause; null where that is the refusal itself. */
  pageView(rule: Rule, subject: Case): PageView | null;
  /** Where the owner of the API looks further. */
  ownerGuidance(rule: Rule, subject: Case): OwnerGuidance;
  /** The fix in the words of the tools that declare APIs; empty where it is no declaration. */
  iacFix(rule: Rule, subject: Case): readonly IacSnippet[];
  /** The plainest case, for advice about a cause without a request. */
  plainCase(): Case;
}
