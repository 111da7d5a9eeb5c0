import type { Rule as AnyRule } from "../src/diagnosis/rule.ts";
import type { IacTemplate } from "./iac/template.ts";
import type { ExpectedResults } from "./probes/checks.ts";
import type { ScopePart } from "./scope.ts";
import type { StepId } from "./steps.ts";

/** Who refused: the gateway, what lies behind it, what stands before it, or something that is not part of it. */
type RefusedBy = "api-gateway" | "integration" | "in-front" | "elsewhere";

/** One cause of a 403 from or around API Gateway: the engine's rule with the names that are known here. */
export interface Rule extends AnyRule {
  readonly specificTitle?: `${string}{${ScopePart}}${string}`;
  readonly shares?: readonly ScopePart[];
  readonly refusedBy: RefusedBy;
  readonly refusedAt: StepId;
  readonly orAt?: readonly StepId[];
  /** The fix, or one of the fixes, as code for the tools that declare APIs; left out where it is none. */
  readonly iac?: IacTemplate;
  readonly expectedResults: ExpectedResults | readonly ExpectedResults[];
}
