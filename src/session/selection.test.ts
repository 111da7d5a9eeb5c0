import { describe, expect, it } from "vitest";
import { recordingOf } from "../../testing/examples/recording.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { openSession } from "./open-session.ts";
import { Others } from "./others.ts";
import { apiKey, path, verb } from "./properties.ts";
import { Selection } from "./selection.ts";

const host = "api.example.com";

/** `GET /a key` in order of time. */
function session(...requests: string[]): { all: Selection; seenFrom(index: number): Others } {
  const exchanges = requests.map((request) => {
    const [method = "", target = "", key] = request.split(" ");
    const sends = key === undefined ? {} : { "x-api-key": key };
    return {
      method,
      url: `https://${host}${target}`,
      requestHeaders: sends,
      status: target.includes("fails") ? 500 : 200,
    };
  });
  const opened = openSession(recordingOf({ title: "", exchanges }), []);
  const seenFrom = (index: number) => new Others(opened.onHost(host), opened.exchanges[index] as Exchange);
  return { all: opened.all, seenFrom };
}

const works = ({ response }: Exchange) => response.status === 200;
const isThird = ({ request }: Exchange) => request.url.endsWith("/3");
const places = (...exchanges: (Exchange | undefined)[]) => exchanges.map((each) => each?.entry);

describe("the others", () => {
  const { seenFrom } = session("GET /a", "GET /a", "POST /a", "GET /fails", "POST /b k1", "GET /b k2", "GET /b");

  it("never hold the one from which they are seen", () => {
    expect(places(seenFrom(0).first(), seenFrom(1).first())).toEqual([1, 0]);
    expect(places(seenFrom(5).withSame(apiKey).first())).toEqual([undefined]);
    expect(seenFrom(0).count).toBe(6);
    expect(seenFrom(3).that(works).count).toBe(6);
  });

  it("are narrowed by what they share, in any number of steps", () => {
    expect(places(seenFrom(2).withSame(path, verb).first())).toEqual([undefined]);
    expect(places(seenFrom(2).withSame(path).first())).toEqual([0]);
    expect(places(seenFrom(2).withSame(path).firstWithOther(verb))).toEqual([0]);
    expect(places(seenFrom(3).that(works).withSame(verb).first())).toEqual([0]);
  });

  it("differ only where both show something, or the one shows nothing", () => {
    expect(places(seenFrom(4).firstWithOther(apiKey))).toEqual([5]);
    expect(places(seenFrom(6).firstWithOther(apiKey))).toEqual([4]);
    expect(places(seenFrom(6).withSame(apiKey).first())).toEqual([undefined]);
    expect(places(seenFrom(4).firstWithOther(apiKey, (key) => key === "k9"))).toEqual([undefined]);
  });

  it("count the values of a property together with that of the one", () => {
    expect(seenFrom(0).variety(path)).toBe(3);
    expect(seenFrom(3).that(works).variety(path)).toBe(3);
  });
});

describe("the others in time", () => {
  const { all, seenFrom } = session("GET /0", "GET /1", "GET /2", "GET /3");

  it("are found on either side of the one, within a time if one is given", () => {
    expect(places(seenFrom(1).lastBefore(), seenFrom(1).firstAfter())).toEqual([0, 2]);
    expect(places(seenFrom(0).lastBefore(), seenFrom(3).firstAfter())).toEqual([undefined, undefined]);
    expect(places(seenFrom(1).that(isThird).firstAfter(1000), seenFrom(1).that(isThird).firstAfter(2000))).toEqual([
      undefined,
      3,
    ]);
  });

  it("are counted between two instants without being listed", () => {
    const [first = 0, , third = 0] = all.members.map(({ startedAt }) => (startedAt.known ? startedAt.value : 0));
    expect(all.countBetween(first, third)).toBe(all.startedBetween(first, third).length);
    expect(all.countBetween(first - 1, third)).toBe(3);
  });

  it("tell the first values of a property", () => {
    expect(seenFrom(0).valuesOf(path, 2)).toEqual(["/0", "/1"]);
    expect(seenFrom(0).valuesOf(apiKey, 2)).toEqual([]);
  });
});

it("works a fact out once for each exchange, however often it is asked", () => {
  const { all } = session(...Array.from({ length: 50 }, (_, index) => `GET /${index}`));
  let asked = 0;
  const counting = () => {
    asked++;
    return true;
  };
  for (const each of all.members) new Others(all, each).that(counting).withSame(path).first();
  expect(asked).toBe(50);
});

describe("a selection that is continued", () => {
  const { all } = session("GET /a", "GET /fails", "POST /b k1", "GET /a k1", "POST /fails k2", "PUT /c", "PUT /a k2");
  const narrowings = (selection: Selection) => ({
    members: places(...selection.members),
    works: places(...selection.that(works).members),
    byPath: [...selection.that(works).by(path)].map(([value, group]) => [value, places(...group.members)]),
    worksByKey: [...selection.by(apiKey)].map(([value, group]) => [value, places(...group.that(works).members)]),
  });

  it("responds as one that was begun with the same members, wherever it is cut and goes on", () => {
    for (let had = 0; had <= 7; had++) {
      for (let kept = 0; kept <= had; kept++) {
        const before = new Selection(all.members.slice(0, had));
        narrowings(before);
        const more = all.members.slice(kept).toReversed();
        const continued = before.continued(all.members.slice(kept, had), more);
        const anew = new Selection([...all.members.slice(0, kept), ...more]);
        expect(narrowings(continued)).toEqual(narrowings(anew));
      }
    }
  });

  it("asks nothing again of what stays, and leaves what nothing is added to as it is", () => {
    const asked: (number | undefined)[] = [];
    const counting = (exchange: Exchange) => {
      asked.push(...places(exchange));
      return works(exchange);
    };
    const before = new Selection(all.members.slice(0, 4));
    const ofA = before.that(counting).with(path, "/a");
    const continued = before.continued([], all.members.slice(4, 6));
    expect(continued.that(counting).with(path, "/a")).toBe(ofA);
    expect(places(...continued.that(counting).members)).toEqual([0, 2, 3, 5]);
    expect(asked).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

it("finds what began between two instants, and the earliest of several", () => {
  const { all } = session("GET /0", "GET /1", "GET /2", "GET /3");
  const [first, second, third] = all.members.map(({ startedAt }) => (startedAt.known ? startedAt.value : 0));
  expect(all.startedBetween(first ?? 0, third ?? 0).map(({ entry }) => entry)).toEqual([1, 2]);
  expect(all.startedBetween(0, (first ?? 0) - 1)).toEqual([]);
  expect(second).toBeGreaterThan(first ?? 0);
  expect(places(all.earliest([all.members[3], undefined, all.members[1]]))).toEqual([1]);
  expect(all.earliest([undefined])).toBeUndefined();
});
