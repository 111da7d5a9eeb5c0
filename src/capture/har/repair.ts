import type { HarEntry, HarRequest, HarResponse } from "../entry.ts";
import { readDate } from "./dates.ts";
import { amountOf, asFields, type Fields, field, numberOf, textOf, textOrNull } from "./fields.ts";
import { readHeaders } from "./headers.ts";
import { readPostData } from "./post-data.ts";
import { readContent } from "./response-content.ts";
import { readWebSocketMessages } from "./web-socket-messages.ts";

/** An entry of which everything usable was kept, with what had to be repaired; or the reason why nothing could be. */
export type Repair = { readonly entry: HarEntry; readonly problems: readonly string[] } | { readonly lost: string };

/** Turns what any producer wrote as an entry into a `HarEntry`. Only an entry without a request URL is lost. */
export function repairEntry(raw: unknown): Repair {
  const fields = asFields(raw);
  if (fields === null) return { lost: "The entry is not an object" };
  const request = asFields(field(fields, "request"));
  if (request === null) return { lost: "The entry has no request" };
  const url = textOrNull(field(request, "url"));
  if (url === null) return { lost: "The request has no URL" };
  if (!URL.canParse(url)) return { lost: "The request's URL is not a complete URL" };
  const problems: string[] = [];
  const tell = (problem: string): void => {
    problems.push(problem);
  };
  const entry = readEntry(fields, readRequest(request, url, tell), tell);
  return { entry, problems };
}

type Tell = (problem: string) => void;

function readEntry(fields: Fields, request: HarRequest, tell: Tell): HarEntry {
  return {
    startedDateTime: readStart(field(fields, "startedDateTime"), tell),
    request,
    response: readResponse(asFields(field(fields, "response")), tell),
    serverIPAddress: textOrNull(field(fields, "serverIPAddress"))?.replace(/^\[(.*)\]$/, "$1") ?? null,
    wait: amountOf(field(asFields(field(fields, "timings")), "wait")),
    resourceType: textOrNull(field(fields, "_resourceType")),
    webSocketMessages: readWebSocketMessages(field(fields, "_webSocketMessages")),
    ...servedBy(fields, asFields(field(fields, "response"))),
  };
}

/** Chromium names what responded in place of the network; a service worker may also have passed the network's on. */
function servedBy(entry: Fields, response: Fields | null): Pick<HarEntry, "servedBy"> {
  if (textOrNull(field(entry, "_fromCache")) !== null) return { servedBy: "cache" };
  const isWorkers = [entry, response].some((each) => field(each, "_fetchedViaServiceWorker") === true);
  const source = field(response, "_serviceWorkerResponseSource");
  return isWorkers && source !== "network" ? { servedBy: "service worker" } : {};
}

function readStart(value: unknown, tell: Tell): number | null {
  const start = readDate(value);
  if (start === null) tell(value == null ? "The start time is missing" : "The start time could not be read");
  return start;
}

function readRequest(fields: Fields, url: string, tell: Tell): HarRequest {
  const { headers, problem } = readHeaders(field(fields, "headers"));
  if (problem !== null) tell(`The request's headers ${problem}`);
  return {
    method: readMethod(field(fields, "method"), tell),
    url,
    httpVersion: textOf(field(fields, "httpVersion")),
    headers,
    bodySize: amountOf(field(fields, "bodySize")),
    postData: readPostData(field(fields, "postData")),
  };
}

function readMethod(value: unknown, tell: Tell): string {
  const method = textOrNull(value);
  if (method === null) tell("The method is missing; GET is assumed");
  return method ?? "GET";
}

const noResponse: HarResponse = {
  status: 0,
  statusText: "",
  httpVersion: "",
  headers: [],
  redirectURL: "",
  content: { text: null, size: null, mimeType: "" },
  error: null,
};

function readResponse(fields: Fields | null, tell: Tell): HarResponse {
  if (fields === null) {
    tell("The response is missing");
    return noResponse;
  }
  const { headers, problem } = readHeaders(field(fields, "headers"));
  if (problem !== null) tell(`The response's headers ${problem}`);
  const { content, problem: contentProblem } = readContent(field(fields, "content"));
  if (contentProblem !== null) tell(contentProblem);
  return {
    status: readStatus(field(fields, "status"), tell),
    statusText: textOf(field(fields, "statusText")),
    httpVersion: textOf(field(fields, "httpVersion")),
    headers,
    redirectURL: textOf(field(fields, "redirectURL")),
    content,
    error: textOrNull(field(fields, "_error")) ?? textOrNull(field(fields, "_failureText")),
  };
}

/** Playwright's -1 ("no response that the page could read") stays; what is no status is 0, as browsers write it. */
function readStatus(value: unknown, tell: Tell): number {
  const status = numberOf(value);
  if (status !== null && Number.isInteger(status)) return status;
  tell(value == null ? "The status is missing" : "The status is not a number");
  return 0;
}
