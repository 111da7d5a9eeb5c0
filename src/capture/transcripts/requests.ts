import type { NameValue } from "../entry.ts";
import { type CommandLine, readCommandLine } from "./command-line.ts";
import { type Connection, connectionAfter, noConnection } from "./connection.ts";
import type { Message, Part } from "./part.ts";

/** One request with its response, as far as the transcript shows them; null stands for what it does not show. */
export interface TranscribedRequest {
  readonly command: CommandLine | null;
  connection: Connection;
  /** Where curl said that it would go next, or what a response without request was redirected to. */
  readonly redirectedTo: string | null;
  request: TranscribedMessage | null;
  response: TranscribedMessage | null;
  error: string | null;
}

/** `first` is the request line or the status line. */
export interface TranscribedMessage {
  readonly first: string;
  readonly headers: readonly NameValue[];
  readonly body: string | null;
}

/** Joins the parts of a transcript into its requests, in their order. A tunnel that a proxy granted is none. */
export function requestsOf(parts: readonly Part[]): readonly TranscribedRequest[] {
  const requests = new Requests();
  for (const part of parts) requests.read(part);
  return requests.all.filter((request) => isSeen(request) && !isGrantedTunnel(request));
}

class Requests {
  readonly all: TranscribedRequest[] = [];
  #connection = noConnection;
  #command: CommandLine | null = null;
  #redirectedTo: string | null = null;

  read(part: Part): void {
    if (part.is === "command") this.#readCommand(part.line);
    else if (part.is === "info") this.#readInfo(part.text);
    else if (part.is === "error") this.#readError(part.text);
    else this.#readMessage(part);
  }

  #readCommand(line: string): void {
    this.#connection = noConnection;
    this.#command = readCommandLine(line);
    this.#redirectedTo = null;
    this.#begin();
  }

  /** A new connection belongs to the next request, even if only its failure follows. */
  #readInfo(text: string): void {
    if (text.startsWith("Trying ") && this.#current().response !== null) this.#begin();
    this.#connection = connectionAfter(this.#connection, text);
    this.#redirectedTo = /^Issue another request to this URL: '(.*)'$/.exec(text)?.[1] ?? this.#redirectedTo;
  }

  #readError(text: string): void {
    const current = this.#current();
    current.error = text;
    current.connection = this.#connection;
  }

  #readMessage(part: Message): void {
    const message = messageOf(part);
    if (part.of === "request") this.#addRequest(message);
    else if (!isInterim(message)) this.#addResponse(message);
  }

  #addRequest(message: TranscribedMessage): void {
    const current = this.#current();
    const next = current.request === null && current.response === null ? current : this.#begin();
    next.request = message;
    next.connection = this.#connection;
  }

  #addResponse(message: TranscribedMessage): void {
    const current = this.#current();
    const next = current.response === null || isShownAgain(current.response, message) ? current : this.#begin();
    next.response = message;
  }

  #current(): TranscribedRequest {
    return this.all.at(-1) ?? this.#begin();
  }

  #begin(): TranscribedRequest {
    const before = this.all.at(-1);
    const begun: TranscribedRequest = {
      command: this.#command,
      connection: this.#connection,
      redirectedTo: this.#redirectedTo ?? locationOf(before?.response ?? null),
      request: null,
      response: null,
      error: null,
    };
    this.all.push(begun);
    this.#redirectedTo = null;
    return begun;
  }
}

/** The value of the first header of this name; names are compared in small letters. */
export function headerOf({ headers }: TranscribedMessage, name: string): string | null {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}

/** The status of a message that begins with a status line. */
export function statusOf({ first }: TranscribedMessage): number {
  return Number(first.split(" ")[1]);
}

function messageOf({ head: [first = "", ...lines], body }: Message): TranscribedMessage {
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(":");
    return colon < 1 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });
  return { first: first.trim(), headers, body: body === "" ? null : body };
}

/** 100 Continue and its like stand before the response (RFC 9110, 15.2); 101 is one. */
function isInterim(message: TranscribedMessage): boolean {
  return statusOf(message) < 200 && statusOf(message) !== 101;
}

/** `curl -vi` prints the head of a response twice, the second time with the body. */
function isShownAgain(shown: TranscribedMessage, { first, headers }: TranscribedMessage): boolean {
  return shown.body === null && shown.first === first && shown.headers.length === headers.length;
}

function locationOf(response: TranscribedMessage | null): string | null {
  const isRedirect = response !== null && statusOf(response) >= 300 && statusOf(response) < 400;
  return isRedirect ? headerOf(response, "location") : null;
}

function isSeen({ request, response, error }: TranscribedRequest): boolean {
  return request !== null || response !== null || error !== null;
}

function isGrantedTunnel({ request, response }: TranscribedRequest): boolean {
  return request?.first.startsWith("CONNECT ") === true && response !== null && statusOf(response) < 300;
}
