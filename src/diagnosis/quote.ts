import { redactText } from "../privacy/redaction.ts";

/**
 * The source of a quote. `request` is its URL or body, `token` a JSON Web Token, `signature` a signature of the request.
 * `other-request` and `record` are the item that `at` of the evidence names. `derived` values are computed from the
 * capture: a number, a length of time, a name for a difference.
 */
export type QuotePart =
  | "request"
  | "method"
  | "url"
  | "request-header"
  | "request-body"
  | "status"
  | "response-header"
  | "response-body"
  | "failure"
  | "frame"
  | "address"
  | "token"
  | "signature"
  | "other-request"
  | "record"
  | "probe"
  | "derived";

/** One thing that evidence rests on. Its text is redacted, on one line and cut. */
export interface Quote {
  readonly part: QuotePart;
  /** The name of a header, parameter or claim; null where the part has no names. */
  readonly name: string | null;
  /** Empty where the name alone is quoted. */
  readonly text: string;
}

/** Words for people, with the quotes that stand in them. */
export interface Phrase {
  readonly text: string;
  readonly quotes: readonly Quote[];
}

/** A tag for template literals that joins phrases and plain words, with their quotes. */
export function phrase(words: TemplateStringsArray, ...values: readonly (Phrase | string)[]): Phrase {
  let text = words[0] ?? "";
  const quotes: Quote[] = [];
  values.forEach((value, index) => {
    text += `${textOf(value)}${words[index + 1]}`;
    quotes.push(...quotesOf(value));
  });
  return { text, quotes };
}

/** The words of a phrase. */
export function textOf(said: Phrase | string): string {
  return typeof said === "string" ? said : said.text;
}

const none: readonly Quote[] = [];

/** The quotes of a phrase; plain words have none. */
export function quotesOf(said: Phrase | string): readonly Quote[] {
  return typeof said === "string" ? none : said.quotes;
}

/** Phrases with plain words between them. */
export function joined(phrases: readonly Phrase[], separator: string): Phrase {
  return { text: phrases.map(({ text }) => text).join(separator), quotes: phrases.flatMap(quotesOf) };
}

/** Characters of a text that are searched for secrets; the rest is never quoted. */
const searched = 65_536;

/** Characters of a quote. */
const usualLength = 120;

/** Hostile text on one line, without the secrets in it and without backticks. */
function shown(text: string): string {
  return redactText(text.slice(0, searched)).replace(/[\s`]+/g, " ");
}

/** Cut and between backticks. */
function ticked(line: string, length: number): string {
  return `\`${line.length > length ? `${line.slice(0, length)}…` : line}\``;
}

/** A short quotation of hostile text between backticks, on one line and without the secrets in it. */
export function quote(text: string, length = usualLength): string {
  return ticked(shown(text), length);
}

interface QuoteOptions {
  /** Of the header, parameter or claim whose value holds the text. */
  readonly name?: string;
  /** In characters. */
  readonly length?: number;
}

/** Hostile text between backticks. */
export function quotedFrom(part: QuotePart, text: string, { name, length = usualLength }: QuoteOptions = {}): Phrase {
  const line = shown(text);
  return { text: ticked(line, length), quotes: [{ part, name: name ?? null, text: line.slice(0, length) }] };
}

/** "`name: value`", or "`name`" where there is no value. */
export function quotedField(part: QuotePart, name: string, value?: string): Phrase {
  const start = value === undefined ? name : `${name}: `;
  const line = shown(`${start}${value ?? ""}`);
  const [named, rest] = line.startsWith(start) ? [name, line.slice(start.length, usualLength)] : [shown(name), ""];
  return { text: ticked(line, usualLength), quotes: [{ part, name: named, text: rest }] };
}

/** A fixed or computed value without backticks; never hostile text. */
export function stated(part: QuotePart, value: string | number, name: string | null = null): Phrase {
  return { text: String(value), quotes: [{ part, name, text: String(value) }] };
}

/** A part of the URL, such as its host or path. */
export function url(text: string): Phrase {
  return quotedFrom("url", text);
}

/** The name, or name and value, of a header that was sent. */
export function requestHeader(name: string, value?: string): Phrase {
  return quotedField("request-header", name, value);
}

/** The name, or name and value, of a header of the response. */
export function responseHeader(name: string, value?: string): Phrase {
  return quotedField("response-header", name, value);
}

/** A part of the response body, at most `length` characters of it. */
export function responseBody(text: string, length = usualLength): Phrase {
  return quotedFrom("response-body", text, { length });
}

/** The HTTP status of the response. */
export function status(code: number): Phrase {
  return stated("status", code);
}

/** A value that is computed from the capture: a number, a length of time, a name for a difference. */
export function derived(value: string | number): Phrase {
  return stated("derived", value);
}
