import type { CommandTexts } from "../commands/command.ts";
import type { Case } from "../diagnosis/case.ts";
import type { Advice } from "../diagnosis/diagnosis.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { curlOf, type ProbeRequest } from "./probe-request.ts";

/** A harmless look that tells causes apart. */
interface Look {
  readonly says: string;
  /** Every result by name, with the words by which people recognise it. */
  readonly results: Readonly<Record<string, string>>;
  /** False where the check cannot be made for the case; it always applies where this is left out. */
  applies?(subject: Case): boolean;
}

/** A request that may be sent for the user: a GET, HEAD or OPTIONS to the host of the refused request. */
export interface Probe extends Look {
  request(subject: Case): ProbeRequest;
  /** The name of the result; null where the response tells nothing. */
  reads(refused: Exchange, response: Exchange): string | null;
  /** False where somebody has to fill a part in; left out where there is none. */
  isComplete?(subject: Case): boolean;
  /** A check that asks nearly the same, so that its result leaves little to this one. */
  readonly tellsLike?: string;
}

/** A check that only people make: a look at something else, or a request that they have to complete. */
interface CommandCheck extends Look {
  command(subject: Case): CommandTexts;
}

export type Check = Probe | CommandCheck;

/** Checks by id. Of those that tell as much the first is preferred. */
export type Checks = Readonly<Record<string, Check>>;

/** The checks that can be made for this case, with their ids. */
export function applicableChecks(checks: Checks, subject: Case): readonly (readonly [id: string, check: Check])[] {
  return Object.entries(checks).filter(([, check]) => check.applies?.(subject) ?? true);
}

/** The probes that can be sent for this case as they are, with their ids. */
export function completeProbes(checks: Checks, subject: Case): readonly (readonly [id: string, probe: Probe])[] {
  return applicableChecks(checks, subject).flatMap(([id, check]) =>
    "request" in check && (check.isComplete?.(subject) ?? true) ? [[id, check] as const] : [],
  );
}

/** The check as advice for this case. */
export function checkAdvice(check: Check, subject: Case): Advice {
  const command = "request" in check ? curlOf(check.request(subject)) : check.command(subject);
  return { says: check.says, ...command };
}

/** Every result of a check: name and words. Empty for an unknown check. */
export function resultsOf(checks: Checks, id: string): readonly (readonly [name: string, words: string])[] {
  return Object.entries(checks[id]?.results ?? {});
}
