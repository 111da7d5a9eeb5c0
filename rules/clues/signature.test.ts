import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/exchange/sha256.ts";
import { toldAbout } from "../../testing/examples/explanation.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { endpoint, signed } from "../../testing/examples/requests.ts";
import { mismatch, ok, restError } from "../../testing/examples/responses.ts";
import type { ExampleExchange } from "../example.ts";
import { rules } from "../index.ts";

interface Arrived {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly host?: string;
  readonly date?: string;
  readonly body?: string;
}

/** The refusal that repeats what arrived; what is left out arrived as `GET /prod/orders` sent it. */
function echoOf(arrived: Arrived): Pick<ExampleExchange, "status" | "responseHeaders" | "responseBody"> {
  const { method = "GET", path = "/prod/orders", query = "", host = new URL(endpoint).host } = arrived;
  const { date = "20260302T093000Z", body = "" } = arrived;
  const headers = `host:${host}\nx-amz-date:${date}\n\nhost;x-amz-date`;
  const canonical = `${method}\n${path}\n${query}\n${headers}\n${sha256Hex(body)}`;
  const text = `${mismatch}\n\nThe Canonical String for this request should have been\n'${canonical}'`;
  return restError("InvalidSignatureException", text);
}

function explain(...exchanges: ExampleExchange[]) {
  return toldAbout(recordingOf({ title: "", exchanges }), rules);
}

function call(url: string, arrived: Arrived, more: Partial<ExampleExchange> = {}): ExampleExchange {
  return { url: `${endpoint}${url}`, requestHeaders: signed(), ...more, ...echoOf(arrived) };
}

describe("a request that changed on the way", () => {
  it.each<[string, ExampleExchange, why: RegExp, fix: RegExp]>([
    [
      "path",
      call("/prod/orders", { path: "/orders" }),
      /^the path changed .*\(without `\/prod`\)$/,
      /^Sign the path that is called/,
    ],
    ["path's encoding", call("/prod/a", { path: "/prod/%61" }), /^the path is the same but/, /^Sign the path/],
    [
      "query",
      call("/prod/orders?a=1", { query: "a=1&b=2" }),
      /^the query changed/,
      /^Sign the query .* arrived `a=1&b=2`/,
    ],
    ["host", call("/prod/orders", { host: "inner.example.com" }), /^the host changed/, /^Sign for the host/],
    [
      "header",
      call("/prod/orders", { date: "20260302T093001Z" }),
      /^the signed header `x-amz-date` changed on the way: sent `20260302T093000Z`, arrived `20260302T093001Z`$/,
      /^Sign headers with the values/,
    ],
    [
      "body",
      call("/prod/orders", { method: "PUT", body: '{"a": 1}' }, { method: "PUT", requestBody: '{"a":1}' }),
      /^the body changed on the way, by its hash/,
      /^Sign exactly the bytes/,
    ],
  ])("is told by its %s, with the advice for that alone", (_, exchange, why, fix) => {
    expect(explain(exchange)).toEqual({
      cause: "sigv4-signature-mismatch",
      why: expect.arrayContaining([expect.stringMatching(why)]),
      fix: [expect.stringMatching(fix)],
    });
  });
});

describe("a request that arrived as it was sent", () => {
  const agrees = expect.stringMatching(/^what arrived is what was sent, in every signed line: /);

  it("leaves the secret key first where nothing in the request is unusual", () => {
    const { why, fix } = explain(call("/prod/orders", {}));
    expect(why).toEqual(expect.arrayContaining([expect.stringMatching(/signed line: the secret key is wrong, or/)]));
    expect(fix[0]).toMatch(/^Look for the secret/);
  });

  it("puts the path before the secret where it needs encoding", () => {
    const { why, fix } = explain(call("/prod/%C3%A4", { path: "/prod/%25C3%25A4" }));
    expect(why).toEqual(expect.arrayContaining([agrees]));
    expect(fix.slice(0, 2)).toEqual([
      expect.stringMatching(/^Sign the path .* parts of it are encoded\.$/),
      expect.stringMatching(/secret/),
    ]);
  });

  it("names no secret where the same key's other signature was accepted", () => {
    const plain = { url: `${endpoint}/prod/a`, requestHeaders: signed(), ...ok };
    const { why, fix } = explain(plain, call("/prod/%C3%A4", { path: "/prod/%25C3%25A4" }));
    expect(why).toEqual(expect.arrayContaining([agrees, expect.stringMatching(/its secret seems right/)]));
    expect(fix[0]).toMatch(/^Sign the path .* all that differs from a request with the same key that works\.$/);
    expect([...why, ...fix].join()).not.toMatch(/secret key is wrong|Look for the secret/);
  });

  it.each<[part: string, url: string, arrived: Arrived, why: RegExp]>([
    [
      "a query that is not sorted",
      "/prod/a?b=2&a=1",
      { query: "a=1&b=2" },
      /another query \(its names are not sorted\)/,
    ],
    ["a name without =", "/prod/a?x", { query: "x=" }, /another query \(it has a name without `=`\)/],
    ["empty segments", "/prod//a/", { path: "/prod/a/" }, /another path \(it has empty or dot segments/],
  ])("suspects %s first", (_, url, arrived, why) => {
    const path = arrived.path ?? new URL(url, endpoint).pathname;
    const told = explain(call(url, { ...arrived, path }));
    expect(told.why).toEqual(expect.arrayContaining([expect.stringMatching(why)]));
  });

  it("suspects the query where it alone differs from a request that works", () => {
    const plain = { url: `${endpoint}/prod/a`, requestHeaders: signed(), ...ok };
    const { why, fix } = explain(plain, call("/prod/a?cb=123", { path: "/prod/a", query: "cb=123" }));
    expect(why).toEqual(expect.arrayContaining([expect.stringMatching(/another query \(it is all that differs/)]));
    expect(fix[0]).toMatch(/^Sign the query/);
  });

  it("names the method and the host, too", () => {
    const told = explain(call("/prod/orders", { method: "PUT" }, { method: "PUT" }));
    expect(told.fix.join()).toMatch(/Sign the method/);
    expect(told.fix.join()).toMatch(/Sign for the host/);
  });
});

it("lists every remedy where the response repeats nothing", () => {
  const short = {
    url: `${endpoint}/prod/orders`,
    requestHeaders: signed(),
    ...restError("InvalidSignatureException", mismatch),
  };
  expect(explain(short).fix).toHaveLength(7);
});

it("shows no secret of a line that changed", () => {
  const secret = "Zs3cretZs3cretZs3cret";
  const canonical = `GET\n/prod/orders\naccess_token=${secret}b\nx-api-key:${secret}b\n\nx-api-key\n${sha256Hex("")}`;
  const message = `${mismatch}\n\nThe Canonical String for this request should have been\n'${canonical}'`;
  const { cause, why } = explain({
    url: `${endpoint}/prod/orders?access_token=${secret}`,
    requestHeaders: { "x-api-key": secret, "x-amz-date": "20260302T093000Z" },
    ...restError("InvalidSignatureException", message),
  });
  expect(cause).toBe("sigv4-signature-mismatch");
  expect(why.join()).toMatch(/the query changed on the way.*the signed header `x-api-key` changed on the way/);
  expect(why.join()).not.toContain(secret);
});
