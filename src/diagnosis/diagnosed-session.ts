import type { Session } from "../session/session.ts";
import type { Explanation } from "./explanation.ts";
import type { Finding } from "./finding.ts";

/** A rule that threw. The other rules are ranked without it. */
export interface RuleFailure {
  readonly rule: string;
  readonly file: string;
  readonly entry: number;
  readonly reason: string;
}

/** Everything that is known about a recording at one moment. */
export interface DiagnosedSession {
  readonly session: Session;
  /** One for each refused request, in order of arrival. */
  readonly explanations: readonly Explanation[];
  /** The explanations by root cause, in order of the first request of each. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}
