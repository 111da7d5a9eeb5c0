import type { Confidence } from "../../src/diagnosis/diagnosis.ts";
import type { Row } from "../../src/worker/protocol.ts";
import { hostKinds, hostMark } from "../elements/wording.ts";
import { type Pattern, partPattern, wholePattern } from "./pattern.ts";

/** A property of requests that a filter can name, named as in DevTools' Network panel where it has the same. */
export interface FilterKey {
  readonly key: string;
  /** Describes the key in the list of suggestions. */
  readonly says: string;
  /** The values of a row; the first is suggested. */
  textsOf(row: Row): readonly string[];
  pattern(value: string): Pattern;
  /** The possible values, if they are fixed. */
  readonly takes?: { readonly form: string; accepts(value: string): boolean };
}

const confidences: readonly Confidence[] = ["certain", "likely", "ambiguous"];

/** Every key, in the order in which they are suggested. */
export const filterKeys: readonly FilterKey[] = [
  {
    key: "cause",
    says: "the root cause, by its id or its title",
    textsOf: ({ verdict }) => (verdict === null ? [] : [verdict.cause, plain(verdict.title)]),
    pattern: partPattern,
  },
  {
    key: "status-code",
    says: "the status, as in 403 or 4*",
    textsOf: ({ status }) => [String(status)],
    pattern: wholePattern,
    takes: { form: "a number such as 403 or 4*", accepts: (value) => /^[\d*]+$/.test(value) },
  },
  { key: "method", says: "the HTTP method", textsOf: ({ method }) => [method], pattern: wholePattern },
  { key: "domain", says: "the host, as in *.example.com", textsOf: ({ host }) => [host], pattern: wholePattern },
  { key: "url", says: "a part of the address", textsOf: ({ url }) => [url], pattern: partPattern },
  {
    key: "stage",
    says: "the API's stage",
    textsOf: ({ stage }) => (stage === null ? [] : [stage]),
    pattern: wholePattern,
  },
  {
    key: "confidence",
    says: "how sure the diagnosis is",
    textsOf: ({ verdict }) => (verdict === null ? [] : [verdict.confidence]),
    pattern: wholePattern,
    takes: oneOf(confidences),
  },
  {
    key: "kind",
    says: "what kind of host responded",
    textsOf: ({ hostKind, hostIsApiGateway }) => [
      hostIsApiGateway && hostKind === "other" ? "custom-domain" : hostKind,
      hostMark(hostKind, hostIsApiGateway),
    ],
    pattern: wholePattern,
    takes: oneOf(["custom-domain", ...hostKinds], ["CD", ...hostKinds.map((kind) => hostMark(kind, false))]),
  },
  { key: "file", says: "the HAR file it came from", textsOf: ({ file }) => [file], pattern: partPattern },
];

/** The key of this name, in small letters; undefined where there is none. */
export function keyNamed(name: string | null): FilterKey | undefined {
  return filterKeys.find(({ key }) => key === name);
}

/** The texts that plain text is looked for in. */
export function plainTextsOf({ method, url, verdict }: Row): readonly string[] {
  return verdict === null ? [method, url] : [method, url, verdict.cause, plain(verdict.title)];
}

/** @param short accepted, too, but not suggested */
function oneOf(values: readonly string[], short: readonly string[] = []): NonNullable<FilterKey["takes"]> {
  const all = [...values, ...short];
  return { form: `one of ${values.join(", ")}`, accepts: (value) => all.some(wholePattern(value)) };
}

/** A title as it is read, without the marks of what it quotes. */
function plain(title: string): string {
  return title.replaceAll("`", "");
}
