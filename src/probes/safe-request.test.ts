import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probes } from "../../rules/probes/probes.ts";
import { caseOf, withRequest } from "../../testing/examples/case.ts";
import { known } from "../exchange/known.ts";
import { targetOf } from "../exchange/target.ts";
import type { Probe } from "./check.ts";
import { type ProbeRequest, plainRequest } from "./probe-request.ts";
import { SafeRequest } from "./safe-request.ts";

const origin = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const url = `${origin}/prod/orders?token=s3cret`;
const subject = caseOf({ url, status: 403, requestHeaders: { authorization: "Bearer abc" } });
const { exchange } = subject;
const all = { credentials: true };
const none = { credentials: false };

function made(wanted: ProbeRequest, allowed = none): SafeRequest | null {
  const request = SafeRequest.from(wanted, exchange, allowed);
  return request instanceof SafeRequest ? request : null;
}

describe("a request that may be sent", () => {
  it("is a GET, HEAD or OPTIONS, spelt so", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(made(plainRequest(method, `${origin}/`))).not.toBeNull();
    for (const method of ["POST", "get", "GET\r\nX: y", "TRACE", "__proto__", ""]) {
      expect(made(plainRequest(method, `${origin}/`))).toBeNull();
    }
  });

  it.each([
    "https://evil.example/",
    `${origin}@evil.example/`,
    `${origin}.evil.example/`,
    `${origin}:8443/`,
    `https://user:password@${new URL(origin).host}/`,
    `http://${new URL(origin).host}/`,
    "https:\\\\evil.example\\",
    "//evil.example/",
    "javascript:alert(1)",
    "",
  ])("does not go to %s", (elsewhere) => expect(made(plainRequest("GET", elsewhere))).toBeNull());

  it("carries a credential only as the diagnosed request did, and only where that is allowed", () => {
    const carrying: ProbeRequest = { ...plainRequest("GET", `${origin}/prod/orders`), carries: ["authorization"] };
    expect(made(carrying)).toBeNull();
    expect(made(carrying, all)).toMatchObject({
      headers: [{ name: "authorization", value: "Bearer abc" }],
      credentials: ["authorization"],
    });
    const bare = caseOf({ url, status: 403 }).exchange;
    expect(SafeRequest.from(carrying, bare, all)).not.toBeInstanceOf(SafeRequest);
  });

  it("takes a secret in the URL for a credential", () => {
    expect(made(plainRequest("GET", url))).toBeNull();
    expect(made(plainRequest("GET", url), all)?.credentials).toEqual(["a secret in the URL"]);
  });

  it.each(["authorization", "cookie", "x-api-key", "host", "x-http-method-override", "Origin"])(
    "sets no %s of its own",
    (name) => {
      const wanted = { ...plainRequest("GET", `${origin}/`), headers: [{ name, value: "x" }] };
      expect(made(wanted, all)).toBeNull();
    },
  );

  it("sets no value that looks like a credential", () => {
    const naming = (value: string) => ({
      ...plainRequest("GET", `${origin}/`),
      headers: [{ name: "user-agent", value }],
    });
    expect(made(naming("Mozilla/5.0"), all)).not.toBeNull();
    expect(made(naming("Bearer planted-s3cret-value"), all)).toBeNull();
  });

  it("cannot be made up, nor changed", () => {
    const request = made(plainRequest("GET", `${origin}/`));
    expect(SafeRequest.isOne(request)).toBe(true);
    expect(SafeRequest.isOne({ ...request })).toBe(false);
    expect(SafeRequest.isOne(Object.create(SafeRequest.prototype))).toBe(false);
    expect(() => Object.assign(request ?? {}, { url: "https://evil.example/" })).toThrow(TypeError);
  });
});

const hostileText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "..",
    "//evil.example/",
    "\\\\evil.example",
    "@evil.example",
    "#",
    "?",
    "%2f..%2f",
    "\r\nhost: evil.example",
  ),
);
const hostileUrl = fc
  .array(fc.oneof(fc.constantFrom(origin, "https://", "wss://", "/", "evil.example", ":443", "user@"), hostileText))
  .map((parts) => parts.join(""));

describe("whatever a file or page contains", () => {
  it("no check of the ladder sends anything but a harmless request to the diagnosed host", () => {
    const checks: readonly Probe[] = Object.values(probes);
    fc.assert(
      fc.property(hostileUrl, hostileText, hostileText, (hostile, method, credential) => {
        const request = { url: hostile, target: targetOf(hostile), method, authorization: known(credential) };
        const opened = withRequest(subject, request);
        for (const check of checks) {
          const sent = SafeRequest.from(check.request(opened), opened.exchange, all);
          if (sent instanceof SafeRequest) expectHarmless(sent, opened.exchange.host.hostname, credential);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("no wish for another method, host or header passes", () => {
    const header = fc.record({ name: hostileText, value: hostileText });
    const wish = fc.record({
      method: hostileText,
      url: hostileUrl,
      headers: fc.array(header),
      carries: fc.constant([]),
    });
    fc.assert(
      fc.property(wish, (wanted) => {
        const sent = made(wanted, all);
        if (sent !== null) expectHarmless(sent, exchange.host.hostname, "Bearer abc");
      }),
      { numRuns: 2000 },
    );
  });
});

function expectHarmless({ method, url: sent, headers }: SafeRequest, host: string, credential: string): void {
  expect(["GET", "HEAD", "OPTIONS"]).toContain(method);
  expect(new URL(sent).hostname).toBe(host);
  expect(new URL(sent).origin).toBe(new URL(sent.replace(/#.*/, "")).origin);
  expect(new URL(sent).username + new URL(sent).password).toBe("");
  for (const { name, value } of headers) {
    expect(["authorization", "origin", "access-control-request-method", "user-agent"]).toContain(name);
    expect(value).not.toMatch(/[\r\n]/);
    if (name === "authorization") expect(value).toBe(credential);
  }
}
