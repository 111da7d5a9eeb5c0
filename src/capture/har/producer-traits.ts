import type { HarEntry, Producer } from "../entry.ts";
import { knownProducers, type Omission, type Part, parts } from "./producers.ts";

/**
 * What a recording's producer is known to leave out. "Not in the file" means "not sent" only where the producer would
 * have written it.
 */
export interface ProducerTraits {
  /** The `id` of a known producer; "live" where DevTools hands the requests over; else "unknown". */
  readonly id: string;
  readonly name: string;
  /** Each part that may be missing though it was there, with the reason. */
  readonly leavesOut: Readonly<Partial<Record<Part, string>>>;
}

/**
 * Recognises the producer by its `creator`, and by its entries what this file really lacks: an entry that shows a part
 * proves that the file's mode of export writes it. All entries have to be passed, for a part may appear in the last.
 * @param before what the file's earlier entries gave; only the later ones are passed then
 */
export function traitsOf(
  producer: Producer,
  entries: readonly HarEntry[],
  before: ProducerTraits | null = null,
): ProducerTraits {
  if (producer.live) return { id: "live", name: producer.name, leavesOut: {} };
  const known = knownProducers.find(({ creator }) => creator.test(producer.name));
  if (known === undefined) return { id: "unknown", name: producer.name, leavesOut: {} };
  const missing = parts.flatMap((part) => {
    const omission = known.leavesOut[part];
    if (omission === undefined || wasShown(part, before)) return [];
    return isMissing(part, omission, entries) ? [[part, omission.why] as const] : [];
  });
  return { id: known.id, name: known.name, leavesOut: Object.fromEntries(missing) };
}

/** True where two recordings lack the same parts for the same reasons. */
export function lackTheSame(one: ProducerTraits, other: ProducerTraits): boolean {
  return parts.every((part) => one.leavesOut[part] === other.leavesOut[part]);
}

function wasShown(part: Part, before: ProducerTraits | null): boolean {
  return before !== null && before.leavesOut[part] === undefined;
}

function isMissing(part: Part, { varies }: Omission, entries: readonly HarEntry[]): boolean {
  return varies === true || !entries.some(shows[part]);
}

const shows: Readonly<Record<Part, (entry: HarEntry) => boolean>> = {
  authorization: showsCredentials,
  cookies: showsCredentials,
  clientHeaders: ({ request }) => request.headers.some(({ name }) => /^(?:user-agent|host)$/i.test(name)),
  requestBody: ({ request }) => Boolean(request.postData) || request.postDataDigest !== undefined,
  responseBody: ({ response }) => Boolean(response.content.text) || response.content.unread === true,
  hiddenResponses: ({ response }) => response.status > 0 && response.error !== null,
  preflights: ({ request }) => request.method.toUpperCase() === "OPTIONS",
  startTime: ({ startedDateTime }) => startedDateTime !== null,
  serverIPAddress: ({ serverIPAddress }) => Boolean(serverIPAddress),
  timings: ({ wait }) => wait !== null,
  webSocketFrames: ({ webSocketMessages }) => webSocketMessages.length > 0,
};

const credentialHeaders = new Set(["authorization", "cookie"]);

/** Exports that remove credentials remove all of them, so that one that is left proves the others. */
function showsCredentials({ request, response }: HarEntry): boolean {
  return (
    request.headers.some(({ name }) => credentialHeaders.has(name.toLowerCase())) ||
    response.headers.some(({ name }) => name.toLowerCase() === "set-cookie")
  );
}
