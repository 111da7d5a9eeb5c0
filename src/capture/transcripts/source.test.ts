import { describe, expect, test } from "vitest";
import { openCapture } from "../archives/open-archive.ts";
import { bytesOf } from "../byte-source.ts";
import type { HarEntry, HarFile } from "../entry.ts";
import { readCapture } from "../read-capture.ts";
import { transcript } from "./source.ts";

const host = "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

/** Reads a text as the panel and the command line do. */
async function read(text: string | Uint8Array<ArrayBuffer>): Promise<HarFile> {
  for await (const found of openCapture({ name: "curl.txt", bytes: new Blob([text]) }))
    if ("file" in found) return readCapture(found.file, bytesOf(found.file.bytes), () => true);
  throw new Error("nothing was found to read");
}

async function entryOf(text: string): Promise<HarEntry> {
  const { entries } = await read(text);
  expect(entries).toHaveLength(1);
  return entries[0]?.entry as HarEntry;
}

const connected = `*   Trying 203.0.113.7:443...
* Connected to ${host} (203.0.113.7) port 443 (#0)
* ALPN: offers h2,http/1.1
* SSL connection using TLSv1.3 / TLS_AES_128_GCM_SHA256`;

const exchange = `> GET /prod/orders?x=1 HTTP/2
> Host: ${host}
> user-agent: curl/7.88.1
> x-api-key: abc
> 
< HTTP/2 403 
< content-type: application/json
< content-length: 23
< x-amzn-errortype: ForbiddenException
< 
`;

describe("curl -v", () => {
  test("request, response and address are read from it", async () => {
    const { request, response, serverIPAddress } = await entryOf(
      `${connected}\n${exchange}{"message":"Forbidden"}\n* Connection #0 to host ${host} left intact\n`,
    );
    expect(request).toMatchObject({ method: "GET", url: `https://${host}/prod/orders?x=1`, httpVersion: "HTTP/2" });
    expect(request.headers).toContainEqual({ name: "x-api-key", value: "abc" });
    expect(response).toMatchObject({ status: 403, content: { text: '{"message":"Forbidden"}' } });
    expect(response.headers).toContainEqual({ name: "x-amzn-errortype", value: "ForbiddenException" });
    expect(serverIPAddress).toBe("203.0.113.7");
  });

  test.each([
    ["what curl says next", `{"message":"Forbidden"}* Connection #0 to host ${host} left intact`],
    ["what older curl says before it", `* Connection #0 to host ${host} left intact\n{"message":"Forbidden"}`],
    ["the shell's prompt", `{"message":"Forbidden"}me@laptop:~$ `],
    ["the next command", `{"message":"Forbidden"}me@laptop:~$ curl -v https://`],
    [
      "the progress meter",
      `{ [23 bytes data]\n\r100    23  100    23    0     0    230      0 --:--:-- --:--:-- --:--:--   230\n{"message":"Forbidden"}`,
    ],
  ])("a body is parted from %s", async (_, end) => {
    expect((await entryOf(`${connected}\n${exchange}${end}`)).response.content.text).toBe('{"message":"Forbidden"}');
  });

  test("CRLF, a command line above, and what curl says in the middle of a head change nothing", async () => {
    const text = `me@laptop:~$ curl -v https://${host}/prod/orders?x=1 \\\n  -H 'x-api-key: abc'\n${connected}\n${exchange}{"message":"Forbidden"}`;
    const inMiddle = text.replace("< content-length", "* Please rewind output before next send\n< content-length");
    expect(await entryOf(inMiddle.replaceAll("\n", "\r\n"))).toEqual(
      await entryOf(`${connected}\n${exchange}{"message":"Forbidden"}`),
    );
  });

  test("an interim response is not the response", async () => {
    const text = `${connected}\n${exchange.replace("< HTTP/2 403", "< HTTP/1.1 100 Continue\n< \n< HTTP/2 403")}`;
    expect((await entryOf(text)).response).toMatchObject({ status: 403, content: { text: null } });
  });

  test("redirects and several commands are requests of their own", async () => {
    const first = `${connected}\n> GET /a HTTP/2\n> Host: ${host}\n> \n< HTTP/2 302 \n< location: /b\n< \n* Issue another request to this URL: 'https://${host}/b'\n`;
    const next = `> GET /b HTTP/2\n> Host: ${host}\n> \n< HTTP/2 200 \n< \nfine\n`;
    const other =
      "*   Trying 198.51.100.1:80...\n* Connected to example.com (198.51.100.1) port 80 (#0)\n> HEAD / HTTP/1.1\n> Host: example.com\n> \n< HTTP/1.1 204 No Content\n< \n";
    const { entries } = await read(`${first}${next}${other}`);
    expect(entries.map(({ entry: { request, response } }) => [request.url, response.status])).toEqual([
      [`https://${host}/a`, 302],
      [`https://${host}/b`, 200],
      ["http://example.com/", 204],
    ]);
  });

  test("the name that was connected to is the address, whatever the Host header says", async () => {
    const vpce = "vpce-0123456789abcdef0-01234567.execute-api.eu-west-1.vpce.amazonaws.com";
    const { request } = await entryOf(`${connected.replace(host, vpce)}\n${exchange}`);
    expect(request.url).toBe(`https://${vpce}/prod/orders?x=1`);
    expect(request.headers[0]).toEqual({ name: "Host", value: host });
  });

  test("behind a proxy the tunnel is no request, and its address not the server's", async () => {
    const tunnel = `* Uses proxy env variable https_proxy == 'http://proxy:3128'\n*   Trying 10.0.0.9:3128...\n* Connected to proxy (10.0.0.9) port 3128 (#0)\n> CONNECT ${host}:443 HTTP/1.1\n> Host: ${host}:443\n> \n< HTTP/1.1 200 Connection established\n< \n* CONNECT tunnel established, response 200\n* SSL connection using TLSv1.3\n`;
    const { request, serverIPAddress } = await entryOf(`${tunnel}${exchange}`);
    expect(request.url).toBe(`https://${host}/prod/orders?x=1`);
    expect(serverIPAddress).toBeNull();
  });

  test("a proxy that refuses the tunnel is the one who refused", async () => {
    const { request, response } = await entryOf(
      `*   Trying 10.0.0.9:3128...\n* Connected to proxy (10.0.0.9) port 3128 (#0)\n* Establish HTTP proxy tunnel to ${host}:443\n> CONNECT ${host}:443 HTTP/1.1\n> Host: ${host}:443\n> \n< HTTP/1.1 403 Forbidden\n< Server: squid\n< \n* CONNECT tunnel failed, response 403\ncurl: (56) CONNECT tunnel failed, response 403\n`,
    );
    expect(request).toMatchObject({ method: "CONNECT", url: `https://${host}:443` });
    expect(response.status).toBe(403);
  });

  test("a connection that failed is an entry without a response, with curl's own reason", async () => {
    const reason =
      "curl: (56) OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0";
    const { request, response } = await entryOf(`${connected}\n${reason}\n`);
    expect(request).toMatchObject({ url: `https://${host}:443`, headers: [] });
    expect(response).toMatchObject({ status: 0, error: reason });
  });
});

describe("curl --trace", () => {
  const ascii = `== Info: Connected to ${host} (203.0.113.7) port 443 (#0)
=> Send SSL data, 5 bytes (0x5)
0000: .....
=> Send header, 150 bytes (0x96)
0000: POST /prod/orders HTTP/1.1
001c: Host: ${host}
0052: x-note: 0123456789012345678901234567890123456789012345678901234567
0092: 89
0096: 
=> Send data, 7 bytes (0x7)
0000: {"a":1}
<= Recv header, 24 bytes (0x18)
0000: HTTP/1.1 403 Forbidden
== Info: Mark bundle as not supporting multiuse
<= Recv header, 28 bytes (0x1c)
0000: transfer-encoding: chunked
<= Recv header, 2 bytes (0x2)
0000: 
<= Recv data, 34 bytes (0x22)
0000: 17
0004: {"message":"Forbidden"}
001d: 0
0020: 
{"message":"Forbidden"}== Info: Connection #0 to host ${host} left intact`;

  test("rows are joined, lines kept apart, and chunks joined", async () => {
    const { request, response } = await entryOf(ascii);
    expect(request).toMatchObject({ method: "POST", url: `https://${host}/prod/orders`, postData: '{"a":1}' });
    expect(request.headers[1]?.value).toBe(`${"0123456789".repeat(6)}`);
    expect(response).toMatchObject({ status: 403, content: { text: '{"message":"Forbidden"}' } });
  });

  test("bytes in hexadecimal are read as what they are", async () => {
    const { request, response } =
      await entryOf(`00:03:34.458456 == Info: Connected to ${host} (203.0.113.7) port 443 (#0)
00:03:34.458457 => Send header, 26 bytes (0x1a)
0000: 47 45 54 20 2f 61 20 48 54 54 50 2f 31 2e 31 0d GET /a HTTP/1.1.
0010: 0a 48 6f 73 74 3a 61 0d 0a 0d 0a                .Host:a....
00:03:34.458516 <= Recv header, 25 bytes (0x19)
0000: 48 54 54 50 2f 31 2e 31 20 34 30 33 20 46 6f 72 HTTP/1.1 403 For
0010: 62 69 64 64 65 6e 0d 0a                         bidden..
00:03:34.458517 <= Recv data, 3 bytes (0x3)
0000: e2 82 ac                                        ...`);
    expect(request).toMatchObject({ method: "GET", url: `https://${host}/a` });
    expect(response).toMatchObject({ status: 403, content: { text: "€" } });
  });
});

describe("responses and messages without marks", () => {
  const answer = 'HTTP/2 403 \ncontent-type: application/json\ncontent-length: 23\n\n{"message":"Forbidden"}\n';

  test("curl -i: the command line above says what was asked; nothing else of the request is known", async () => {
    const { request } = await entryOf(`$ curl -siXPUT "https://${host}/prod/a b" -H 'x-api-key: a"b'\n${answer}`);
    expect(request).toMatchObject({ method: "PUT", url: `https://${host}/prod/a b` });
    expect(request.headers).toEqual([{ name: "x-api-key", value: 'a"b' }]);
    expect((await entryOf(`curl -i https://${host}/x\n${answer}`)).request.headers).toEqual([]);
  });

  test("a response whose address is nowhere is counted, and listed as lost", async () => {
    const { entries, problems, count } = await read(answer);
    expect(entries).toEqual([]);
    expect(count).toBe(1);
    expect(problems).toContainEqual({ entry: 0, reason: "The request has no URL", lost: true });
  });

  test("curl -iv: what is shown twice is one response", async () => {
    const { response } = await entryOf(
      `${connected}\n${exchange}HTTP/2 403 \ncontent-type: application/json\ncontent-length: 23\nx-amzn-errortype: ForbiddenException\n\n{"message":"Forbidden"}`,
    );
    expect(response.headers).toHaveLength(3);
    expect(response.content.text).toBe('{"message":"Forbidden"}');
  });

  test("HTTPie: request with content, formatted respond, and its own form of a command", async () => {
    const { request, response } = await entryOf(
      `POST /prod/orders HTTP/1.1\nContent-Type: application/json\nHost: ${host}\nUser-Agent: HTTPie/3.2.1\n\n{\n    "a": 1\n}\n\n\n${answer.replace('{"message":"Forbidden"}', '{\n    "message": "Forbidden"\n}')}\n`,
    );
    expect(request).toMatchObject({ url: `https://${host}/prod/orders`, postData: '{\n    "a": 1\n}' });
    expect(response.content.text).toBe('{\n    "message": "Forbidden"\n}');
    const asked = await entryOf(`$ https ${host}/prod/orders x-api-key:abc a=1\n${answer}`);
    expect(asked.request).toMatchObject({ method: "POST", url: `https://${host}/prod/orders` });
    expect(asked.request.headers).toEqual([{ name: "x-api-key", value: "abc" }]);
  });

  test("Windows PowerShell's UTF-16 is read", async () => {
    const text = `\uFEFFPS C:\\> curl.exe -i https://${host}/x\r\n${answer.replaceAll("\n", "\r\n")}`;
    const bytes = new Uint8Array(new Uint16Array([...text].map((character) => character.charCodeAt(0))).buffer);
    expect((await read(bytes)).entries[0]?.entry.request.url).toBe(`https://${host}/x`);
  });
});

describe("recognition", () => {
  test.each([
    ["a HAR file that quotes curl", '{"log":{"comment":"* Connected to a (1.2.3.4) port 443\\nHTTP/1.1 403"}}'],
    ["a page that quotes curl", "<!doctype html>\n<pre>\n> GET / HTTP/1.1\n</pre>"],
    ["other text", "* Connected services are listed here\n> quoted\nGET started"],
  ])("%s is no transcript", (_, text) => {
    expect(transcript.recognises(new TextEncoder().encode(text), "curl.txt")).toBe(false);
  });

  test("a transcript in a report is found, with the words around it", async () => {
    const { response } = await entryOf(
      `It fails since Monday:\n\n\`\`\`\n${connected}\n${exchange}{"message":"Forbidden"}\n\`\`\`\nThanks!`,
    );
    expect(response.content.text).toBe('{"message":"Forbidden"}');
  });
});
