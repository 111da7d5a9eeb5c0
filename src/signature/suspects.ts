import type { Exchange } from "../exchange/exchange.ts";
import { sha256Hex } from "../exchange/sha256.ts";
import { type CanonicalRequest, unsignedPayload } from "../exchange/sigv4/canonical-request.ts";
import type { Target } from "../exchange/target.ts";
import { redactText } from "../privacy/redaction.ts";

/** What a client may have signed otherwise than it sent it, without any trace on the way. */
export type SuspectPart = "query" | "path" | "payload" | "method" | "host" | "header" | "secret";

/** A part that a client may have signed otherwise. */
export interface Suspect {
  readonly part: SuspectPart;
  /** What in this request makes it likely, as a clause without secrets; null where nothing does. */
  readonly why: string | null;
  /** Only compared with others'. */
  readonly weight: number;
}

type Signed = Exclude<SuspectPart, "secret">;

type Trouble = Pick<Suspect, "why" | "weight"> | null;

const emptyHash = sha256Hex("");

/**
 * Everything that the client may have signed otherwise where nothing changed on the way, the likeliest first. A secret
 * that signs other requests right is not among them.
 * @param signedRight others to the host whose signature by the same access key was right
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export function suspectsIn(
  exchange: Exchange,
  canonical: CanonicalRequest,
  signedRight: readonly Exchange[],
): readonly Suspect[] {
  const others = signedRight.slice(0, comparedAtMost);
  const only = others.flatMap((other) => onlyDifference(exchange, other));
  const found = troubles(exchange, canonical).flatMap(([part, trouble]): Suspect[] => {
    if (trouble === null) return [];
    if (only.includes(part)) {
      return [{ part, why: "it is all that differs from a request with the same key that works", weight: 5 }];
    }
    const isProven = others.some((other) => sameIn[part](exchange, other));
    return [{ part, why: trouble.why, weight: isProven ? trouble.weight / 3 : trouble.weight }];
  });
  const secret: Suspect[] = others.length === 0 ? [{ part: "secret", why: null, weight: 1.5 }] : [];
  return [...found, ...secret].toSorted((one, other) => other.weight - one.weight);
}

/** More do not tell more. */
const comparedAtMost = 20;

function troubles(exchange: Exchange, canonical: CanonicalRequest): readonly (readonly [Signed, Trouble])[] {
  const { target, method } = exchange.request;
  return [
    ["query", queryTrouble(target)],
    ["path", pathTrouble(target)],
    ["payload", payloadTrouble(canonical)],
    ["header", headerTrouble(canonical)],
    ["method", { why: null, weight: method === "GET" ? 0.3 : 0.8 }],
    ["host", { why: null, weight: 0.5 }],
  ];
}

/** Curl before 8 neither sorts a query nor adds `=`; other signers encode a space as `+`. */
function queryTrouble({ rawQuery }: Target): Trouble {
  const pairs = rawQuery.split("&").filter((pair) => pair !== "" && !/^X-Amz-/i.test(pair));
  if (pairs.length === 0) return null;
  const bare = pairs.find((pair) => !pair.includes("="));
  if (bare !== undefined) return { why: "it has a name without `=`", weight: 4 };
  if (pairs.some((pair, index) => pair < (pairs[index - 1] ?? "")))
    return { why: "its names are not sorted", weight: 4 };
  return /[%+]/.test(pairs.join()) ? { why: "parts of it are encoded", weight: 2 } : { why: null, weight: 1 };
}

function pathTrouble({ path }: Target): Trouble {
  if (/\/\/|\/\.{1,2}(?:\/|$)/.test(path)) {
    return { why: "it has empty or dot segments, which API Gateway removes", weight: 4 };
  }
  return path.includes("%") ? { why: "parts of it are encoded", weight: 2 } : { why: null, weight: 0.6 };
}

/** A hash in `x-amz-content-sha256` is the client's own word. */
function payloadTrouble({ headers, payloadHash }: CanonicalRequest): Trouble {
  const isSigned = headers.some(([name]) => name === "x-amz-content-sha256");
  const isSuspect = !isSigned && payloadHash !== emptyHash && payloadHash !== unsignedPayload;
  return isSuspect ? { why: null, weight: 1.2 } : null;
}

function headerTrouble({ headers }: CanonicalRequest): Trouble {
  const names = headers.map(([name]) => name).filter((name) => name !== "host" && !name.startsWith("x-amz-"));
  if (names.length === 0) return null;
  return { why: `${names.map((name) => `\`${redactText(name)}\``).join(" and ")} are signed, too`, weight: 1.1 };
}

const sameIn: Readonly<Record<Signed, (one: Exchange, other: Exchange) => boolean>> = {
  query: (one, other) => one.request.target.rawQuery === other.request.target.rawQuery,
  path: (one, other) => one.request.target.path === other.request.target.path,
  payload: (one, other) => one.request.bodyDigest === other.request.bodyDigest,
  method: (one, other) => one.request.method === other.request.method,
  host: (one, other) => one.host.hostname === other.host.hostname,
  header: (one, other) => signedHeaders(one) === signedHeaders(other),
};

function signedHeaders({ request }: Exchange): string {
  const value = request.authorization.known ? (request.authorization.value ?? "") : "";
  return /SignedHeaders=([^,\s]+)/.exec(value)?.[1] ?? "";
}

/** The one part in which two requests differ; none where it is more. */
function onlyDifference(one: Exchange, other: Exchange): readonly Signed[] {
  const different = (Object.keys(sameIn) as Signed[]).filter((part) => !sameIn[part](one, other));
  return different.length === 1 ? different : [];
}

const words: Readonly<Record<Signed, string>> = {
  query: "query",
  path: "path",
  payload: "body",
  method: "method",
  host: "host",
  header: "header",
};

/** What complete agreement means, as a plain sentence without a full stop. */
export function agreementSentence(suspects: readonly Suspect[]): string {
  const agrees = "what arrived is what was sent, in every signed line";
  const [first, ...others] = suspects.filter(isSigned);
  const secret = suspects.find(({ part }) => part === "secret");
  if (first === undefined) return `${agrees}: the secret key is wrong`;
  const likeliest = `another ${words[first.part]}${first.why === null ? "" : ` (${first.why})`}`;
  const less = others.map(({ part }) => words[part]);
  const rest = less.length === 0 ? "" : `; less likely another ${listed(less)}`;
  const signed = `the client signed ${likeliest}${rest}`;
  if (secret === undefined) return `${agrees}: ${signed}`;
  return secret.weight > first.weight
    ? `${agrees}: the secret key is wrong, or ${signed}`
    : `${agrees}: ${signed}; or the secret key is wrong`;
}

function isSigned(suspect: Suspect): suspect is Suspect & { readonly part: Signed } {
  return suspect.part !== "secret";
}

function listed(all: readonly string[]): string {
  return [all.slice(0, -1).join(", "), all.at(-1)].filter(Boolean).join(" or ");
}
