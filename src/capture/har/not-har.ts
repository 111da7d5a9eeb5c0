/** The text is no HAR file. The message is one sentence for people: what it is instead, and what was expected. */
export class NotHarError extends Error {
  override readonly name = "NotHarError";
}

const expected = "a HAR file is JSON with a list log.entries";

/** The error for a text that is `what` (a clause such as "The file is empty"). */
export function notHar(what: string): NotHarError {
  return new NotHarError(`${what}; ${expected}.`);
}
