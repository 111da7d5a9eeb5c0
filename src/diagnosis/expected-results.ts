/**
 * By check: the result that it would get under one cause; several where the cause leaves open which, one as likely as
 * another. A check that is not named tells nothing about the cause.
 */
export type ExpectedResults = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The ways in which a cause comes about, each as likely as another; one for most causes. */
export function waysOf(expected: ExpectedResults | readonly ExpectedResults[]): readonly ExpectedResults[] {
  return isList(expected) ? expected : [expected];
}

/** The results that a check may get in one way; empty where the cause says nothing about the check. */
export function resultsIn(way: ExpectedResults, check: string): readonly string[] {
  const result = way[check];
  if (result === undefined) return [];
  return typeof result === "string" ? [result] : result;
}

/** The results that a check may get in any of the ways. */
export function resultsUnder(expected: ExpectedResults | readonly ExpectedResults[], check: string): readonly string[] {
  return waysOf(expected).flatMap((way) => resultsIn(way, check));
}

function isList(expected: ExpectedResults | readonly ExpectedResults[]): expected is readonly ExpectedResults[] {
  return Array.isArray(expected);
}
