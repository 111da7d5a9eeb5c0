import { describe, expect, it } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { keptAtMost, toEvict } from "./eviction.ts";
import { openSession } from "./open-session.ts";

const api = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const refused: ExampleExchange = { url: `${api}/prod/orders`, status: 403 };
const works: ExampleExchange = { url: `${api}/prod/orders`, status: 200 };

/** More than is kept, so that as many go as there are at the end of `first`; what fills it up is of another host. */
function opened(first: readonly ExampleExchange[], file?: string) {
  const filling = Array.from({ length: keptAtMost + 2000 - first.length }, (_, index) => ({
    url: `https://www.example.com/${index}`,
    status: 200,
  }));
  const recorded = recordingOf({ title: "", exchanges: [...first, ...filling] });
  return openSession(file === undefined ? recorded : recorded.map((each) => ({ ...each, file })), []);
}

function gone(first: readonly ExampleExchange[]) {
  const surplus = toEvict(opened(first));
  const entries = (surplus?.allowed ?? []).map(({ entry }) => entry);
  return { surplus, ofFirst: entries.filter((entry) => entry < first.length), count: entries.length };
}

describe("where DevTools hand over more than is kept", () => {
  it("lets the oldest go that were not refused, down to the number that is kept", () => {
    const { surplus, ofFirst, count } = gone([refused, works]);
    expect(count).toBe(2000);
    expect(surplus?.refused).toEqual([]);
    expect(ofFirst).toEqual([]);
    expect(surplus?.allowed[0]?.request.url).toBe("https://www.example.com/0");
  });

  it("keeps what was asked last before a refusal and first after it, of the same call and of the host", () => {
    const other: ExampleExchange = { url: `${api}/prod/carts`, status: 200 };
    expect(gone([works, works, works, other, other, refused, other, other, works, works]).ofFirst).toEqual([
      0, 1, 3, 7, 9,
    ]);
  });

  it("keeps a preflight with the refused request that it asked leave for", () => {
    const preflight: ExampleExchange = {
      ...works,
      method: "OPTIONS",
      resourceType: "preflight",
      requestHeaders: { "access-control-request-method": "GET", origin: "https://www.example.com" },
    };
    expect(gone([preflight, works, { ...works, url: `${api}/prod/x` }, refused]).ofFirst).not.toContain(0);
  });

  it("lets refused ones go only where nothing else is left, the oldest first", () => {
    const many = Array.from({ length: keptAtMost + 1500 }, () => refused);
    const { surplus, count } = gone(many);
    expect(count).toBe(500);
    expect(surplus?.refused.map(({ entry }) => entry)).toEqual(Array.from({ length: 1500 }, (_, index) => index));
  });
});

it("lets nothing go of files, or of little more than is kept", () => {
  expect(toEvict(opened([], "export.har"))).toBeNull();
  const session = opened([]);
  expect(toEvict({ ...session, exchanges: session.exchanges.slice(0, keptAtMost + 1000) })).toBeNull();
});
