import { sha256Base64 } from "../sha256.ts";
import { textAfter } from "../text-after.ts";

/** REST APIs print the hash of the header since mid 2025, and repeated the header itself before (public captures). */
const hashedForm = /\(hashed with SHA-256 and encoded with Base64\): '([A-Za-z0-9+/]{43}=)'/;
const quotedForm = /^'(.*)'\.?$/s;
const namedForm = /^\S.*$/s;

/** base64(SHA-256) of the Authorization value that arrived, as far as a parse error tells; null where it does not. */
export function arrivedHash(message: string): string | null {
  const hash = hashedForm.exec(message)?.[1];
  if (hash !== undefined) return hash;
  const quoted = quotedForm.exec(textAfter(message, "in Authorization header: "))?.[1];
  const value = quoted ?? namedForm.exec(textAfter(message, " Authorization="))?.[0];
  return value === undefined ? null : sha256Base64(value);
}

/** What became of the header. `how` follows "it arrived"; it is null where no known change gives the hash. */
export type Arrival = { readonly outcome: "intact" } | { readonly outcome: "changed"; readonly how: string | null };

/** Compares the Authorization values that were sent, in their order, with the hash of what arrived. */
export function arrivalOf(sent: readonly string[], hash: string): Arrival {
  const [value = "", ...more] = sent;
  if (more.length === 0 && sha256Base64(value) === hash) return { outcome: "intact" };
  const changes = more.length === 0 ? changesOf(value) : joiningsOf(sent);
  return { outcome: "changed", how: changes.find(([, text]) => sha256Base64(text) === hash)?.[0] ?? null };
}

/** The texts that Authorization values can arrive as: the first intact, then what software on the way makes of them. */
export function arrivedForms(sent: readonly string[]): readonly string[] {
  const [value = "", ...more] = sent;
  return [value, ...(more.length === 0 ? changesOf(value) : joiningsOf(sent)).map(([, text]) => text)];
}

type Change = readonly [how: string, text: string];

/** What software on the way is known to make of one header. */
function changesOf(value: string): readonly Change[] {
  const trimmed = value.trim();
  const space = trimmed.search(/\s/);
  const [scheme, rest] = space < 0 ? ["", trimmed] : [trimmed.slice(0, space), trimmed.slice(space).trim()];
  return [
    ["without the spaces around it", trimmed],
    ["without the quotation marks around it", trimmed.replace(/^"|"$/g, "")],
    ["with a single space behind the scheme", `${scheme} ${rest}`],
    ["with the scheme in small letters", `${scheme.toLowerCase()} ${rest}`],
    ["with the scheme's first letter as a capital", `${scheme.slice(0, 1).toUpperCase()}${scheme.slice(1)} ${rest}`],
    ["without its scheme", rest],
    ["with `Bearer` put in front", `Bearer ${trimmed}`],
    ["twice, joined by a comma", `${value}, ${value}`],
    ["empty", ""],
  ];
}

/** What becomes of several headers of that name. */
function joiningsOf(sent: readonly string[]): readonly Change[] {
  return [
    ...[", ", ","].map((comma): Change => [`as ${sent.length} values joined by a comma`, sent.join(comma)]),
    ...sent.map((value, index): Change => [`as value ${index + 1} of ${sent.length} alone`, value]),
  ];
}
