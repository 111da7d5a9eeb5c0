import type { Advice, Api, Confidence, Evidence, Link, Unavailable } from "./diagnosis.ts";
import type { Scope } from "./explanation.ts";
import type { Place } from "./place.ts";

/** One root cause with all requests that it refused. The same shape in TypeScript and in JSON. */
export interface Finding {
  readonly cause: string;
  /** With the values of the scope where the rule has words for them: "The stage `api` doesn't exist". */
  readonly title: string;
  /** `certain` only where the diagnosis of each request is. */
  readonly confidence: Confidence;
  /** That of the surest diagnosis: evidence in one request holds for all of its scope. */
  readonly probability: number;
  readonly apiGateway: boolean;
  /** The values that all requests share; null where they went to several hosts. */
  readonly api: Api | null;
  /** The values by which these requests have one root cause. */
  readonly scope: Scope;
  /** The refused requests, in order of arrival. */
  readonly requests: readonly Place[];
  /** Requests that failed because of those. */
  readonly blocks: readonly Place[];
  /** Start of the first and of the last request, ISO 8601 in UTC; null where no request shows its time. */
  readonly since: string | null;
  readonly until: string | null;
  readonly evidence: readonly Evidence[];
  /** Things that no request of the finding shows. */
  readonly unknown: readonly Unavailable[];
  readonly nextCheck: Advice | null;
  readonly fix: readonly Advice[];
  readonly links: readonly Link[];
}
