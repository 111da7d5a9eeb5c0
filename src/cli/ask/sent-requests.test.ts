import { once } from "node:events";
import type { RequestOptions } from "node:http";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { knowledge } from "../../../rules/knowledge.ts";
import { bytesOf } from "../../capture/byte-source.ts";
import { readHarFile } from "../../capture/har/read.ts";
import { availableProbes, investigate } from "../../probes/investigation.ts";
import { openSession } from "../../session/open-session.ts";
import { Recording } from "../../session/recording.ts";
import type { RefusedRequest } from "../../session/session.ts";
import { send } from "./sender.ts";

/** All that arrived on the connections of one property's run, and the hosts for which they were opened. */
const heads: string[] = [];
const destinations: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((socket) => {
    socket
      .on("error", () => {})
      .once("data", (bytes) => {
        heads.push(bytes.toString("latin1"));
        socket.end("HTTP/1.1 302 Found\r\nlocation: https://evil.example/\r\nset-cookie: a=1\r\n\r\n");
      });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});

afterAll(() => once(server.close(), "close"));

/** Whatever host is meant, the listener gets the bytes, unencrypted. */
function toListener({ host, port }: RequestOptions) {
  destinations.push(`${host}:${port}`);
  return connect((server.address() as AddressInfo).port, "127.0.0.1");
}

const secret = "planted-s3cret-value";
const apiHost = "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const hostilePart = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "/",
    "//evil.example/",
    "\\\\evil.example",
    "@evil.example",
    "#",
    "?",
    "%2f..%2f..",
    ":8443",
    "\r\nhost: evil.example",
  ),
  fc.constantFrom("/prod/orders", "?token=x", `?api_key=${secret}`, "\u2028", "evil\u3002example", ".evil.example"),
);
const url = fc
  .tuple(
    fc.constantFrom(
      "https://",
      "https://",
      "https://",
      "http://",
      "wss://",
      "ws://",
      "HTTPS://",
      "https:",
      "javascript:",
      "file://",
      "",
    ),
    fc.constantFrom("", "", "", `user:${secret}@`, "evil.example@"),
    fc.constantFrom(
      apiHost,
      apiHost,
      apiHost,
      apiHost.toUpperCase(),
      "api.example.com",
      "127.0.0.1",
      "[::1]",
      "ex\u00e4mple.com",
      "",
    ),
    fc.oneof(fc.constantFrom(["/prod/orders"], ["/prod/orders?sort=name"]), fc.array(hostilePart, { maxLength: 4 })),
  )
  .map(([scheme, user, host, parts]) => [scheme, user, host, ...parts].join(""));
const method = fc.oneof(
  fc.constantFrom("GET", "HEAD"),
  fc.constantFrom(
    "GET",
    "HEAD",
    "OPTIONS",
    "POST",
    "DELETE",
    "get",
    "TRACE",
    "CONNECT",
    "GET / HTTP/1.1\r\nx: y\r\n\r\nDELETE",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const headerName = fc.oneof(
  fc.constantFrom(
    "authorization",
    "Cookie",
    "x-api-key",
    "host",
    "origin",
    "user-agent",
    "referer",
    "x-http-method-override",
    "transfer-encoding",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const header = fc.oneof(
  fc.constantFrom(
    { name: "authorization", value: `Bearer ${secret}` },
    { name: "Cookie", value: `a=${secret}` },
    { name: "x-api-key", value: secret },
    { name: "user-agent", value: `Bearer ${secret}` },
    { name: "user-agent", value: "Mozilla/5.0" },
    { name: "origin", value: "https://app.example.com" },
  ),
  fc.record({ name: headerName, value: fc.oneof(fc.constant("x\r\ny: z"), hostilePart) }),
);
const refusal = {
  status: 403,
  headers: [
    { name: "x-amzn-requestid", value: "b1d4a0c6-6a3a-4c8e-8f57-0f1a2b3c4d5e" },
    { name: "x-amzn-errortype", value: "ForbiddenException" },
  ],
  content: { text: '{"message":"Forbidden"}' },
};
const entry = fc
  .tuple(
    fc.record({ url, method, headers: fc.array(header, { maxLength: 4 }) }),
    fc.constantFrom(refusal, refusal, { ...refusal, status: 200, headers: [] }),
  )
  .map(([request, response]) => ({ startedDateTime: "2026-03-02T09:30:00Z", request, response }));
/** Something that works, so that every check of the ladder has what it needs. */
const sibling = {
  startedDateTime: "2026-03-02T09:29:59Z",
  request: { url: `https://${apiHost}/dev/health`, method: "GET", headers: [] },
  response: { status: 200, headers: [{ name: "x-amz-apigw-id", value: "a=" }], content: { text: "[]" } },
};

/** Reads the capture as the program does, and sends all that may be asked about each refusal in it. */
async function askAllAbout(entries: readonly unknown[], credentials: boolean): Promise<number> {
  const har = new Blob([JSON.stringify({ log: { entries: [sibling, ...entries] } })]);
  const recording = new Recording();
  recording.addFile(await readHarFile("hostile.har", bytesOf(har), { wantsBody: () => true }));
  const session = openSession(recording.recorded, ["api.example.com"]);
  let sent = 0;
  for (const subject of session.refusedRequests) {
    heads.length = 0;
    destinations.length = 0;
    for (const { request } of availableProbes(investigate(subject, session, knowledge), {
      credentials,
      namesClient: true,
    })) {
      await send(request, { createConnection: toListener });
    }
    for (const head of heads) expectHarmless(head, subject, credentials);
    expectOnlyItsHost(subject);
    sent += heads.length;
  }
  return sent;
}

function expectOnlyItsHost({ exchange }: RefusedRequest): void {
  if (destinations.length === 0) return;
  const { hostname, port, protocol } = new URL(exchange.request.url.replace(/^ws/i, "http"));
  const usual = protocol === "https:" ? "443" : "80";
  expect(new Set(destinations)).toEqual(new Set([`${hostname.replace(/^\[|\]$/g, "")}:${port || usual}`]));
  expect(hostname).toBe(exchange.host.hostname);
}

const lineOf = /^(?<method>GET|HEAD|OPTIONS) (?<path>\/[\x21-\x7e]*) HTTP\/1\.1$/;
const allowedNames = [
  "accept",
  "access-control-request-method",
  "authorization",
  "connection",
  "host",
  "origin",
  "user-agent",
];

function expectHarmless(head: string, { exchange }: RefusedRequest, credentials: boolean): void {
  const [lines = "", body] = head.split("\r\n\r\n");
  const [first = "", ...headers] = lines.split("\r\n");
  expect(first).toMatch(lineOf);
  expect(body).toBe("");
  const pairs = headers.map((line) => line.split(/: (.*)/s));
  const names = pairs.map(([name = ""]) => name.toLowerCase());
  expect(allowedNames).toEqual(expect.arrayContaining(names));
  expect(new Set(names).size).toBe(names.length);
  const host = pairs[names.indexOf("host")]?.[1];
  expect(host).toBe(new URL(exchange.request.url.replace(/^ws/i, "http")).host);
  if (!credentials) expect(names).not.toContain("authorization");
  const { authorization } = exchange.request;
  const carried = pairs[names.indexOf("authorization")]?.[1];
  if (carried !== undefined) expect(authorization).toMatchObject({ value: carried });
  if (!credentials) expect(head).not.toContain(secret);
}

it.each([false, true])(
  "whatever a capture holds, nothing but harmless requests leave; credentials allowed: %s",
  async (credentials) => {
    let sent = 0;
    const run = fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 3 }), async (entries) => {
      sent += await askAllAbout(entries, credentials);
    });
    await fc.assert(run, { numRuns: 100 });
    expect(sent).toBeGreaterThan(50);
  },
);
