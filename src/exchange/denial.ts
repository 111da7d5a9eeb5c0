/** How a denial came about, as its last words tell. */
export interface AccessDenial {
  /** Whether a statement denies, or none allows. */
  readonly effect: "explicit" | "implicit" | "unsaid";
  /** The kind of policy that decided, without the word policy: "identity-based", "service control" … */
  readonly layer: string | null;
  /** The ARN of the policy itself, which AWS names for managed policies and within one organisation. */
  readonly policy: string | null;
}

const word = "(?:[\\w-]{1,30} )";
const explicit = new RegExp(`with an explicit deny(?: in an? (${word}{0,3}[\\w-]{1,30}))?(?:: (arn:[^\\s"]{1,512}))?`);
const implicit = new RegExp(`because no (${word}{0,3}[\\w-]{1,30}) allows the `);

/**
 * Which policy layer decided, by the words behind "with an explicit deny in a …" or "because no … allows".
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function denialIn(message: string): AccessDenial {
  const denied = explicit.exec(message);
  if (denied) return { effect: "explicit", layer: layerOf(denied[1]), policy: denied[2] ?? null };
  const missing = implicit.exec(message);
  return missing
    ? { effect: "implicit", layer: layerOf(missing[1]), policy: null }
    : { effect: "unsaid", layer: null, policy: null };
}

function layerOf(words: string | undefined): string | null {
  return words === undefined ? null : words.replace(/ policy$/, "");
}
