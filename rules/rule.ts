import type { Rule as AnyRule } from "../src/diagnosis/rule.ts";
import type { IacTemplate } from "./iac/template.ts";
import type { ExpectedResults } from "./probes/checks.ts";
import type { ScopePart } from "./scope.ts";
import type { StepId } from "./steps.ts";

/** The server that refused: the gateway, one behind it, one before it, or one that is not part of it. */
type RefusedBy = "api-gateway" | "integration" | "in-front" | "elsewhere";

/** One cause of a 403 from or around API Gateway: the engine's rule with this folder's names. */
export interface Rule extends AnyRule {
  readonly specificTitle?: `${string}{${ScopePart}}${string}`;
  readonly shares?: readonly ScopePart[];
  readonly refusedBy: RefusedBy;
  readonly refusedAt: StepId;
  readonly orAt?: readonly StepId[];
  /** The fix, or one of the fixes, as code for IaC tools; left out if code cannot fix the cause. */
  readonly iac?: IacTemplate;
  readonly expectedResults: ExpectedResults | readonly ExpectedResults[];
}
