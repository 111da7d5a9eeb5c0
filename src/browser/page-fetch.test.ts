import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pageFetch } from "./page-fetch.ts";

/** What a page with this expression hands to its own `fetch`. */
function fetchedBy(expression: string): readonly unknown[] {
  const calls: unknown[][] = [];
  const fetch = (...parameters: unknown[]) => {
    calls.push(parameters);
    return Promise.resolve();
  };
  expect(runInNewContext(expression, { fetch })).toBeUndefined();
  expect(calls).toHaveLength(1);
  return JSON.parse(JSON.stringify(calls[0]));
}

test("a page makes the request word for word, whatever is in it, and sends no cookies", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom('"+alert(1)+"', "`+alert(1)+`", "\u2028alert(1)", "</script>", '\\"', "__proto__"),
  );
  const header = fc.record({ name: hostile, value: hostile });
  fc.assert(
    fc.property(hostile, hostile, fc.array(header), (method, url, headers) => {
      const [address, options] = fetchedBy(pageFetch({ method, url, headers }));
      expect(address).toBe(url);
      expect(options).toEqual({
        method,
        headers: headers.map(({ name, value }) => [name, value]),
        credentials: "omit",
        cache: "no-store",
        redirect: "manual",
        referrerPolicy: "no-referrer",
      });
    }),
  );
});
