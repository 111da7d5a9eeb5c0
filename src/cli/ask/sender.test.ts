import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { caseOf } from "../../../testing/examples/case.ts";
import { plainRequest } from "../../probes/probe-request.ts";
import { SafeRequest } from "../../probes/safe-request.ts";
import { conversation } from "./conversation.ts";
import { send } from "./sender.ts";

const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) await once(server.close(), "close");
});

/** Listens on 127.0.0.1 and treats each connection so; gives its origin. */
async function listening(treat: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    sockets.push(socket.on("error", () => {}));
    socket.once("data", () => treat(socket));
  });
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function requestTo(origin: string, method = "GET"): SafeRequest {
  const url = `${origin}/prod/orders`;
  const request = SafeRequest.from(plainRequest(method, url), caseOf({ url, status: 403 }).exchange, {
    credentials: false,
  });
  if (!(request instanceof SafeRequest)) throw new Error(request.refused);
  return request;
}

describe("the sender", () => {
  it("records a response as a capture does: status, each header as it came, address and body", async () => {
    const origin = await listening((socket) =>
      socket.end("HTTP/1.1 403 Forbidden\r\nX-Amzn-ErrorType: A\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n\r\nno"),
    );
    const { response, serverIPAddress, wait } = await send(requestTo(origin));
    expect(response).toMatchObject({ status: 403, content: { text: "no" }, error: null });
    expect(response.headers).toEqual([
      { name: "X-Amzn-ErrorType", value: "A" },
      { name: "set-cookie", value: "a=1" },
      { name: "set-cookie", value: "b=2" },
    ]);
    expect([serverIPAddress, typeof wait]).toEqual(["127.0.0.1", "number"]);
  });

  it("does not follow a redirect", async () => {
    let visits = 0;
    const elsewhere = await listening(() => visits++);
    const origin = await listening((socket) =>
      socket.end(`HTTP/1.1 302 Found\r\nlocation: ${elsewhere}/\r\ncontent-length: 0\r\n\r\n`),
    );
    expect((await send(requestTo(origin))).response).toMatchObject({ status: 302, redirectURL: `${elsewhere}/` });
    expect(visits).toBe(0);
  });

  it("reads no more than the first part of a body that never ends", async () => {
    const origin = await listening((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const flood = () => {
        while (socket.writable && socket.write("x".repeat(16_384)));
      };
      flood();
      socket.on("drain", flood);
    });
    expect((await send(requestTo(origin))).response.content.text).toHaveLength(65_536);
  });

  it.each([
    ["no address", "http://no-such-name.invalid", /^No address was found for no-such-name\.invalid \(\w+\)\.$/],
    ["no listener", "http://127.0.0.1:1", /^No connection to 127\.0\.0\.1 could be made \(ECONNREFUSED\)\.$/],
  ])("says that there is %s", async (_, origin, sentence) => {
    const { response } = await send(requestTo(origin));
    expect(response).toMatchObject({ status: 0, error: expect.stringMatching(sentence) });
  });

  it("says that the connection was ended", async () => {
    const origin = await listening((socket) => socket.destroy());
    expect((await send(requestTo(origin))).response.error).toMatch(/^127\.0\.0\.1 ended the connection/);
  });

  it("waits no longer than its patience, for headers as for the body", async () => {
    const silent = await listening(() => {});
    const { response } = await send(requestTo(silent), { patience: 50 });
    expect(response).toMatchObject({ status: 0, error: "No response of 127.0.0.1 came within 0.05 s." });
    const halting = await listening((socket) =>
      socket.write("HTTP/1.1 403 Forbidden\r\ncontent-length: 9\r\n\r\nhalf"),
    );
    expect((await send(requestTo(halting), { patience: 1500 })).response).toMatchObject({
      status: 403,
      content: { text: null },
    });
  });

  it("sends nothing but what the guard made", async () => {
    let visits = 0;
    const origin = await listening(() => visits++);
    const { method, url, headers, credentials } = requestTo(origin);
    const copy = { method, url, headers, credentials } as unknown as SafeRequest;
    await expect(send(copy)).rejects.toThrow(TypeError);
    expect(visits).toBe(0);
  });
});

describe("a conversation", () => {
  it.each([
    ["y\n", true],
    ["Yes\r\n", true],
    ["n\n", false],
    ["\n", false],
    ["yesterday\n", false],
    ["", false],
  ])("takes %j for %s", async (typed, expected) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const talk = conversation(input, output);
    const answer = talk.confirm("Send?");
    input.end(typed);
    expect(await answer).toBe(expected);
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
  ])("is possible where both its ends are a terminal: %s, %s", (typed, shown) => {
    const [input, output] = [typed, shown].map((isTTY) => Object.assign(new PassThrough(), { isTTY }));
    if (input === undefined || output === undefined) throw new Error("there are two");
    expect(conversation(input, output).isPossible).toBe(typed && shown);
  });
});
