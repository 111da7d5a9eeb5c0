/** A piece of a transcript. They stand in the order in which they began. */
export type Part =
  | { readonly is: "command"; readonly line: string }
  /** What the tool says about the connection. */
  | { readonly is: "info"; readonly text: string }
  /** Why the tool gave up. */
  | { readonly is: "error"; readonly text: string }
  | Message;

/** `head` is its lines before the body, the first line first; the body is empty where none is shown. */
export interface Message {
  readonly is: "message";
  readonly of: Side;
  readonly head: readonly string[];
  readonly body: string;
}

export type Side = "request" | "response";

/** RFC 9112, 3; curl prints an HTTP/2 or HTTP/3 request in the same form. */
export function isRequestLine(line: string): boolean {
  return /^[A-Z]{3,20} \S+ HTTP\/[\d.]{1,3}$/.test(line);
}

/** RFC 9112, 4. */
export function isStatusLine(line: string): boolean {
  return /^HTTP\/[\d.]{1,3} \d{3}(?: |$)/.test(line);
}
