import type { MethodArn } from "../../src/exchange/arn.ts";

/** Denied resources that show a mistake of the call: no policy is missing for those. */

/** The stage stands in the path once more: the call has it where it is no part of the path. */
export function namesStageTwice({ stage, path }: MethodArn): boolean {
  return stage !== null && path.split("/")[0] === stage;
}

/** A part is a variable that nobody filled in: `undefined`, `null`, `{id}`. */
export function isUnfilled(resource: string): boolean {
  return /(?:^|[/:])(?:undefined|null|NaN|\{[^/}]*\}|\$\{[^/}]*\}|%7B[^/]*%7D)(?=$|[/:])/i.test(resource);
}
