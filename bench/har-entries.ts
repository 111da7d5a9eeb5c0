import { bodiesFrom } from "./har-bodies.ts";

/** An entry of a made capture, and whether it is a refusal of API Gateway. */
export interface MadeEntry {
  readonly entry: object;
  readonly refused: boolean;
}

/** What a made capture consists of. */
export type Mix = "realistic" | "dense" | "escapes";

const api = "https://f1l2e3d4r5.execute-api.eu-central-1.amazonaws.com";

interface Kind {
  readonly share: number;
  readonly type: string;
  readonly status?: number;
  readonly body?: "json" | "script" | "page" | "image";
  readonly from?: number;
  readonly to?: number;
}

/** Shares of entries; sizes of bodies in characters. As the exports of large web pages have them. */
const mixes: Readonly<Record<Mix, readonly Kind[]>> = {
  realistic: [
    { share: 0.35, type: "fetch", body: "json", from: 5_000, to: 90_000 },
    { share: 0.15, type: "script", body: "script", from: 40_000, to: 250_000 },
    { share: 0.24, type: "image", body: "image", from: 4_000, to: 120_000 },
    { share: 0.06, type: "stylesheet", body: "script", from: 10_000, to: 60_000 },
    { share: 0.06, type: "document", body: "page", from: 10_000, to: 60_000 },
    { share: 0.05, type: "preflight", status: 204 },
    { share: 0.07, type: "image", status: 304 },
    { share: 0.02, type: "fetch", status: 403 },
  ],
  dense: [
    { share: 0.98, type: "fetch" },
    { share: 0.02, type: "fetch", status: 403 },
  ],
  escapes: [
    { share: 0.98, type: "fetch", body: "json", from: 40_000, to: 120_000 },
    { share: 0.02, type: "fetch", status: 403 },
  ],
};

/** Entries as Chromium writes them, without end, the same for the same numbers. */
export function* entriesOf(mix: Mix, random: () => number): Generator<MadeEntry> {
  const bodies = bodiesFrom(random);
  for (let index = 0; ; index++) {
    const kind = pick(mixes[mix], random);
    const { body, from = 0, to = 0, status = 200, type } = kind;
    const text = body === undefined ? undefined : bodies[body](Math.floor(from + random() * (to - from)));
    const content = status === 403 ? { text: '{"message":"Forbidden"}' } : { text, ...encodingOf(body) };
    yield { entry: entryOf({ index, status, type, content }, random), refused: status === 403 };
  }
}

function pick(kinds: readonly Kind[], random: () => number): Kind {
  let left = random();
  const [first, ...rest] = kinds;
  if (first === undefined) throw new Error("A mix without kinds");
  for (const kind of kinds) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  return rest.at(-1) ?? first;
}

function encodingOf(body: Kind["body"]): object {
  return body === "image" ? { encoding: "base64" } : {};
}

interface Made {
  readonly index: number;
  readonly status: number;
  readonly type: string;
  readonly content: { readonly text?: string | undefined };
}

function entryOf({ index, status, type, content }: Made, random: () => number): object {
  const token = () => Math.floor(random() * 2 ** 40).toString(36);
  const host = status === 403 ? `${api}/api` : `https://${type}.example.com/assets`;
  const url = `${host}/${token()}/${token()}?v=${token()}&page=${index % 7}`;
  const { length = 0 } = content.text ?? "";
  return {
    _initiator: { type: "script", stack: { callFrames: [frame(token()), frame(token())] } },
    _priority: "High",
    _resourceType: type,
    cache: {},
    connection: String(index % 60),
    request: {
      method: type === "preflight" ? "OPTIONS" : "GET",
      url,
      httpVersion: "h2",
      headers: listOf({ ...requestHeaders, ":path": new URL(url).pathname, "x-request-id": token() }),
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: "",
      httpVersion: "h2",
      headers: listOf({ ...responseHeaders(status, length), etag: `"${token()}"`, "x-trace": token() }),
      cookies: [],
      content: { size: length, mimeType: "application/json", ...content },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
      _transferSize: length + 300,
      _error: null,
    },
    serverIPAddress: `203.0.113.${index % 250}`,
    startedDateTime: new Date(Date.UTC(2025, 10, 4, 10) + index * 37).toISOString(),
    time: 40 + random() * 100,
    timings: { blocked: 1.2, dns: -1, ssl: -1, connect: -1, send: 0.2, wait: 30 * random(), receive: 5, _queued: 1 },
  };
}

function frame(name: string): object {
  return { functionName: name, scriptId: "17", url: `https://script.example.com/${name}.js`, lineNumber: 1 };
}

const requestHeaders = {
  ":authority": "www.example.com",
  ":method": "GET",
  ":scheme": "https",
  accept: "application/json, text/plain, */*",
  "accept-encoding": "gzip, deflate, br, zstd",
  "accept-language": "en-GB,en;q=0.9,de;q=0.8",
  origin: "https://www.example.com",
  priority: "u=1, i",
  referer: "https://www.example.com/orders",
  "sec-ch-ua": '"Chromium";v="141", "Not?A_Brand";v="8"',
  "sec-ch-ua-mobile": "?0",
  "sec-ch-ua-platform": '"Linux"',
  "sec-fetch-dest": "empty",
  "sec-fetch-mode": "cors",
  "sec-fetch-site": "cross-site",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
};

function responseHeaders(status: number, length: number): Record<string, string> {
  const refusal = { "x-amzn-errortype": "ForbiddenException", "x-amzn-requestid": "1b1f2b1e-5a8c-4c2b-9f6e" };
  return {
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=31536000",
    "content-length": String(status === 403 ? 23 : length),
    "content-type": "application/json; charset=utf-8",
    date: "Tue, 04 Nov 2025 10:00:01 GMT",
    server: "nginx",
    "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
    vary: "Accept-Encoding, Origin",
    "x-content-type-options": "nosniff",
    ...(status === 403 ? refusal : {}),
  };
}

function listOf(headers: Readonly<Record<string, string>>): object[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
