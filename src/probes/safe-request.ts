import type { NameValue } from "../capture/entry.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { redactHeader, redactUrl } from "../privacy/redaction.ts";
import type { CredentialHeader, ProbeRequest } from "./probe-request.ts";

const safeMethods = ["GET", "HEAD", "OPTIONS"] as const;

/** RFC 9110, 9.2.1: they change nothing. */
export type SafeMethod = (typeof safeMethods)[number];

/** The only headers that a probe may set by itself. */
const plainHeaders = ["access-control-request-method", "origin", "user-agent"];

/** Those of them that no page may set, since the browser writes them (Fetch, "forbidden request-header"). */
const writtenByBrowser = ["access-control-request-method", "origin"];

/** A visible header value (RFC 9110, 5.5) of ordinary length. */
const plainValue = /^[\x21-\x7e](?:[\x20-\x7e]{0,500}[\x21-\x7e])?$/;

/** A visible header value as long as servers accept, for credentials. */
const credentialValue = /^[\x21-\x7e](?:[\x20-\x7e]{0,16000}[\x21-\x7e])?$/;

/** What a probe may carry and who sends it. The user allows credentials, after the request was shown. */
export interface SendPolicy {
  readonly credentials: boolean;
  /** The sender adds no User-Agent by itself, so the request names one. */
  readonly namesClient?: boolean;
  /** A page sends it; pages may not set all headers. */
  readonly byPage?: boolean;
}

/** A request that may be sent. Only `SafeRequest.from` makes one, and senders take nothing else. No body, no cookies. */
export class SafeRequest {
  readonly method: SafeMethod;
  readonly url: string;
  readonly headers: readonly NameValue[];
  /** The credentials that it carries, in words. */
  readonly credentials: readonly string[];
  readonly #made = true;

  private constructor(made: Pick<SafeRequest, "method" | "url" | "headers" | "credentials">) {
    this.method = made.method;
    this.url = made.url;
    this.headers = made.headers;
    this.credentials = made.credentials;
    Object.freeze(this);
  }

  /** True for a value that `SafeRequest.from` made, false for a lookalike. */
  static isOne(value: unknown): value is SafeRequest {
    return typeof value === "object" && value !== null && #made in value && value.#made;
  }

  /**
   * Checks a probe's request, or gives the reason why it is not sent. Files and pages are hostile, so a request built from
   * them may be too: method, scheme, host, port, headers and credentials are compared with the diagnosed request.
   */
  static from(wanted: ProbeRequest, diagnosed: Exchange, allowed: SendPolicy): SafeRequest | NotSent {
    const method = safeMethods.find((each) => each === wanted.method);
    if (method === undefined) return refuse("only GET, HEAD and OPTIONS are sent");
    const url = sameOriginUrl(wanted.url, diagnosed);
    if (url === null) return refuse("only the host of the diagnosed request is asked");
    if (!wanted.headers.every(isPlain)) return refuse("a check sets no such header");
    if (allowed.byPage && wanted.headers.some(({ name }) => name === "user-agent")) {
      return refuse("a page cannot name the client");
    }
    const carried = wanted.carries.map((name) => carriedHeader(name, diagnosed));
    if (carried.includes(null)) return refuse("the capture does not show the credential");
    const own = allowed.byPage ? wanted.headers.filter(({ name }) => !writtenByBrowser.includes(name)) : wanted.headers;
    const headers = [...own, ...carried.flatMap((each) => each ?? [])].map(({ name, value }) =>
      Object.freeze({ name, value }),
    );
    const credentials = [...wanted.carries, ...(redactUrl(url) === url ? [] : ["a secret in the URL"])];
    if (credentials.length > 0 && !allowed.credentials) return refuse("it would carry a credential");
    return new SafeRequest({ method, url, headers: Object.freeze(headers), credentials: Object.freeze(credentials) });
  }
}

/** Why a request is not sent. */
export interface NotSent {
  readonly refused: string;
}

function refuse(refused: string): NotSent {
  return { refused };
}

/** The normalised URL if it has the scheme, host and port of the diagnosed request; null otherwise. */
function sameOriginUrl(wanted: string, { request, host }: Exchange): string | null {
  const [url, own] = [parsed(wanted), parsed(httpOf(request.url))];
  if (url === null || own === null || !["http:", "https:"].includes(url.protocol)) return null;
  if (own.hostname !== host.hostname || url.origin !== own.origin) return null;
  if (url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return url.href;
}

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** A WebSocket URL as an HTTP URL of the same host and port. */
function httpOf(url: string): string {
  return url.replace(/^ws/i, "http");
}

/** An allowed header with an ordinary value that does not look like a credential. */
function isPlain({ name, value }: NameValue): boolean {
  return plainHeaders.includes(name) && plainValue.test(value) && redactHeader(name, value) === value;
}

/** The header exactly as the diagnosed request carried it; null where the capture does not show it. */
function carriedHeader(name: CredentialHeader, { request }: Exchange): NameValue | null {
  if (name !== "authorization" || !request.authorization.known) return null;
  const { value } = request.authorization;
  return value !== null && credentialValue.test(value) ? { name, value } : null;
}
