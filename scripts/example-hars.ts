/** Small HAR files that hold all that the reader treats in its own way, in several layouts, for tests. */
export function exampleHars(): Uint8Array[] {
  const pretty = JSON.stringify(har, null, 2);
  const texts = [
    JSON.stringify(har),
    pretty,
    pretty.replaceAll("\n", "\r\n"),
    `\uFEFF${pretty}`,
    JSON.stringify(entries),
  ];
  return texts.map((text) => new TextEncoder().encode(text));
}

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders?a=b%20c";
const body = '{"message":"Zugriff \\" verweigert","list":[{}]}\n日本 🙂';

function entry(status: number, text: string, more: object = {}): object {
  const headers = [{ name: "content-type", value: 'text/plain; charset="utf-8"' }];
  return {
    _initiator: { type: "script", stack: { callFrames: [{ url: "https://x.example.com/{[\\" }] } },
    startedDateTime: "2024-05-06T10:30:15.123Z",
    request: {
      method: "POST",
      url,
      headers,
      cookies: [{ name: "a", value: "}]" }],
      postData: { text: "x".repeat(300) },
    },
    response: { status, headers, content: { size: 3, mimeType: "text/plain", text }, redirectURL: "", _error: null },
    timings: { send: 0, wait: 3.5 },
    ...more,
  };
}

const entries = [
  entry(200, body.repeat(20)),
  entry(403, body),
  null,
  entry(403, btoa("Forbidden"), { serverIPAddress: "[::1]" }),
  { request: { url, headers: { a: ["1", "2"] } } },
  entry(101, "", { _webSocketMessages: [{ type: "receive", data: '{"message":"Forbidden"}' }] }),
];

const har = { log: { version: "1.2", creator: { name: "WebInspector", version: "537.36" }, pages: [], entries } };
