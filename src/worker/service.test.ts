import { expect, test } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { rules } from "../../rules/index.ts";
import { knowledge } from "../../rules/knowledge.ts";
import { TestClock } from "../../testing/clock.ts";
import { exampleClue } from "../../testing/examples/clue.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { no } from "../diagnosis/clue.ts";
import { type Rule, weigh } from "../diagnosis/rule.ts";
import { defaultSettings } from "../session/settings.ts";
import type { Row, Update } from "./protocol.ts";
import { DiagnosisService } from "./service.ts";

const api = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

const unknownStage: ExampleExchange = {
  url: `${api}/api/orders`,
  status: 403,
  responseHeaders: {
    "x-amzn-errortype": "ForbiddenException",
    "x-amzn-requestid": "4442fa46-a3c1-44ae-a5ba-b3e7c8d4b5ef",
  },
  responseBody: '{"message":"Forbidden"}',
};
const works: ExampleExchange = {
  url: `${api}/prod/orders`,
  status: 200,
  responseHeaders: { "x-amz-apigw-id": "abc=" },
};
const secret = "Bearer secret-token-of-the-user";

function open(examinedBy: readonly Rule[] = rules) {
  const clock = new TestClock();
  const service = new DiagnosisService({ ...knowledge, rules: examinedBy }, clock);
  const rows = new Map<string, Row>();
  const updates: Update[] = [];
  const end = service.watch((update) => {
    updates.push(update);
    for (const row of update.changed) rows.set(row.key, row);
    for (const key of update.removed) rows.delete(key);
  });
  let requests = 0;
  const add = (...exchanges: readonly ExampleExchange[]) => {
    for (const { har: entry, producer } of recordingOf({ title: "", exchanges }))
      service.addLive(requests++, entry, producer);
  };
  return { clock, service, rows, updates, end, add };
}

test("what is refused is told once it is diagnosed, and nothing twice", () => {
  const { clock, rows, updates, add } = open();
  add(works, unknownStage);
  clock.settle();
  expect([...rows.values()].map(({ verdict, status }) => ({ cause: verdict?.cause, status }))).toEqual([
    { cause: "rest-stage-missing-or-unknown", status: 403 },
  ]);
  const before = updates.length;
  add({ url: "https://www.example.com/", status: 200 });
  clock.settle();
  expect(updates.slice(before).flatMap(({ changed }) => changed)).toEqual([]);
  expect(updates.at(-1)?.tally.requests).toBe(3);
});

test("rows of one root cause share its key and its name", () => {
  const { clock, rows, add } = open();
  add(works, unknownStage, { ...unknownStage, url: `${api}/api/carts` }, { ...unknownStage, url: `${api}/web/carts` });
  clock.settle();
  const verdicts = [...rows.values()].map(({ verdict }) => verdict);
  expect(verdicts.map((each) => each?.title)).toEqual([
    "The stage `api` doesn't exist",
    "The stage `api` doesn't exist",
    "The stage `web` doesn't exist",
  ]);
  expect(new Set(verdicts.map((each) => each?.finding)).size).toBe(2);
});

test("a diagnosis is looked at again when more is known of its host", () => {
  const { clock, rows, add } = open();
  add(unknownStage);
  clock.settle();
  const alone = rows.get("0 live")?.verdict?.probability ?? 1;
  add(works);
  clock.settle();
  expect(rows.get("0 live")?.verdict?.probability).toBeGreaterThan(alone);
});

test("the row of a request whose details are looked at says what they say", () => {
  const { clock, service, rows, add } = open();
  add(unknownStage);
  clock.settle();
  const alone = rows.get("0 live")?.verdict?.probability;
  add(works);
  clock.step();
  expect(rows.get("0 live")?.verdict?.probability).toBe(alone);
  const details = service.details("0 live", null);
  expect(rows.get("0 live")?.verdict?.probability).toBe(details?.explanation.diagnosis.probability);
  expect(details?.explanation.diagnosis.probability).not.toBe(alone);
});

test("a diagnosis from before the body came is replaced at once, however much else arrives", () => {
  const { clock, service, rows, add } = open();
  const { responseBody: body, ...bodiless } = unknownStage;
  add(works, bodiless);
  clock.step();
  const before = rows.get("1 live")?.verdict;
  service.setBody(1, { text: '{"message":"Missing Authentication Token"}' });
  clock.step();
  expect(before).not.toBeNull();
  expect(rows.get("1 live")?.verdict?.cause).not.toBe(before?.cause);
});

test("many refusals are told in parts, with the count of those that wait", () => {
  const { clock, rows, updates, add } = open();
  add(...Array.from({ length: 50 }, (_, index) => ({ ...unknownStage, url: `${api}/api/orders/${index}` })));
  clock.pace = 1;
  clock.step();
  expect(rows.size).toBeGreaterThan(0);
  expect(rows.size).toBeLessThan(50);
  expect(updates.at(-1)?.tally.pending).toBe(50 - rows.size);
  clock.pace = 0;
  clock.settle();
  expect(rows.size).toBe(50);
  expect(updates.at(-1)?.tally.pending).toBe(0);
});

test("of more requests than are kept the oldest go, but no refused one, and how many is told until all is cleared", () => {
  const { clock, service, rows, updates, add } = open();
  service.listEverything(true);
  const others = Array.from({ length: 6000 }, (_, index) => ({ url: `https://www.example.com/${index}`, status: 200 }));
  for (let part = 0; part < 3; part++) {
    add(unknownStage, ...others);
    clock.settle();
  }
  const told = updates.at(-1);
  const letGo = told?.capture.evicted.allowed ?? 0;
  expect(letGo).toBeGreaterThan(7000);
  expect(told?.tally).toMatchObject({ requests: 18_003 - letGo, refused: 3 });
  expect(rows.size).toBe(18_003 - letGo);
  expect(rows.has("1 live")).toBe(false);
  expect([0, 6001, 12_002].map((entry) => rows.get(`${entry} live`)?.status)).toEqual([403, 403, 403]);
  service.clear();
  clock.settle();
  expect(updates.at(-1)?.capture.evicted).toEqual({ allowed: 0, refused: 0 });
});

test("a cleared recording has no rows", () => {
  const { clock, service, rows, add } = open();
  add(unknownStage);
  clock.settle();
  service.clear();
  clock.settle();
  expect(rows.size).toBe(0);
});

test("details come without secrets, for a stopped request those of its preflight", () => {
  const { clock, service, rows, add } = open();
  const preflight = { "access-control-request-method": "PUT", origin: "https://shop.example.com" };
  const url = `${api}/prod/carts`;
  add(
    { method: "OPTIONS", url, status: 403, requestHeaders: preflight, resourceType: "preflight" },
    { method: "PUT", url, status: 0, requestHeaders: { authorization: secret }, error: "net::ERR_FAILED" },
  );
  clock.settle();
  expect([...rows.values()].map(({ stoppedBy }) => stoppedBy)).toEqual([null, "0 live"]);
  const details = service.details("1 live", null);
  expect(details?.key).toBe("0 live");
  expect(details?.stopped.map(({ method }) => method)).toEqual(["PUT"]);
  expect(structuredClone(details)).toEqual(details);
  expect(JSON.stringify(details)).not.toContain("secret-token");
  expect(service.details("7 live", null)).toBeNull();
});

test("one who comes late is told everything, one who left nothing more", () => {
  const { clock, service, updates, end, add } = open();
  add(unknownStage);
  clock.settle();
  end();
  const heard = updates.length;
  const late: Update[] = [];
  service.watch((update) => late.push(update));
  expect(late[0]?.changed.map(({ key }) => key)).toEqual(["0 live"]);
  add(unknownStage);
  clock.settle();
  expect(updates.length).toBe(heard);
});

test("a file that is none is told by name, and costs the others nothing", async () => {
  const { clock, service, rows } = open();
  const entries = recordingOf({ title: "", exchanges: [unknownStage] }).map(({ har: entry }) => ({
    startedDateTime: new Date(entry.startedDateTime ?? 0).toISOString(),
    request: entry.request,
    response: { ...entry.response, content: { text: unknownStage.responseBody } },
  }));
  const har = new File([JSON.stringify({ log: { creator: { name: "x", version: "1" }, entries } })], "good.har");
  const reading = new Set<string>();
  const refused = await clock.untilSettled(
    service.readFiles([new File(["<html>"], "page.har"), har], ({ file }) => reading.add(file)),
  );
  clock.settle();
  expect(refused.map(({ name }) => name)).toEqual(["page.har"]);
  expect([...reading]).toEqual(["page.har", "good.har"]);
  expect([...rows.keys()]).toEqual(["0 good.har"]);
});

test("a reading that is stopped leaves what was read, and says so", async () => {
  const { clock, service, updates } = open();
  const headers = [{ name: "x-filling", value: "x".repeat(2000) }];
  const entry = { request: { url: `${api}/a`, headers }, response: { status: 200 } };
  const entries = Array.from({ length: 6000 }, () => entry);
  const big = new File([JSON.stringify({ log: { entries } })], "big.har");
  const refused = await clock.untilSettled(
    service.readFiles([big, big], ({ read }) => {
      if (read > 0) service.stopReading();
    }),
  );
  clock.settle();
  expect(refused).toEqual([]);
  expect(updates.at(-1)?.sources).toEqual([
    expect.objectContaining({
      file: "big.har",
      problems: [expect.objectContaining({ reason: expect.stringContaining("stopped") })],
    }),
  ]);
  expect(updates.at(-1)?.tally.requests).toBeLessThan(6000);
});

/** A file whose refused requests come first, and which is too long to be read in one piece. */
function longFile(refused: number): File {
  const entryOf = (url: string, status: number) => ({
    request: { url, headers: [{ name: "x-filling", value: "x".repeat(2000) }] },
    response: { status, headers: [], content: { text: unknownStage.responseBody } },
  });
  const entries = Array.from({ length: 6000 }, (_, index) =>
    entryOf(`${api}/api/${index}`, index < refused ? 403 : 200),
  );
  return new File([JSON.stringify({ log: { entries } })], "long.har");
}

test("while a file is read its first refused requests are shown, and all are diagnosed with its end", async () => {
  const { clock, service, rows, updates } = open();
  const shown: number[] = [];
  await clock.untilSettled(
    service.readFiles([longFile(12)], () => {
      clock.settle();
      shown.push(rows.size);
    }),
  );
  expect(shown.at(-1)).toBe(5);
  expect(updates.at(-1)?.tally.pending).toBeGreaterThan(0);
  clock.settle();
  expect(rows.size).toBe(12);
  expect(updates.at(-1)?.tally).toMatchObject({ requests: 6000, refused: 12, pending: 0 });
});

test("what a file shows is diagnosed once, but for the first; live refusals do not wait for its end", async () => {
  const asked: string[] = [];
  const watched = exampleClue("watched", ({ exchange }) => {
    asked.push(exchange.request.url);
    return no("it is watched");
  });
  const [first, ...others] = rules;
  if (first === undefined) throw new Error("there are no rules");
  const { clock, service, rows, add } = open([{ ...first, clues: [weigh(watched, {}), ...first.clues] }, ...others]);
  let isAdded = false;
  await clock.untilSettled(
    service.readFiles([longFile(12)], () => {
      clock.settle();
      if (rows.size < 5 || isAdded) return;
      isAdded = true;
      add(unknownStage);
      clock.settle();
      expect(rows.has("0 live")).toBe(true);
    }),
  );
  clock.settle();
  const ofFile = asked.filter((url) => url !== unknownStage.url);
  expect(rows.size).toBe(13);
  expect(new Set(ofFile).size).toBe(12);
  expect(ofFile).toHaveLength(12 + 5);
});

test("a root cause is told with all its requests, and evidence with the request that shows it", () => {
  const { clock, service, rows, add } = open();
  add(works, unknownStage, { ...unknownStage, url: `${api}/api/carts` });
  clock.settle();
  const finding = rows.get("1 live")?.verdict?.finding ?? null;
  const details = service.details("1 live", finding);
  expect(details?.finding?.requests.map(({ entry }) => entry)).toEqual([1, 2]);
  expect(details?.finding?.title).toContain("`api`");
  const pointing = details?.explanation.why.filter(({ at }) => at !== undefined);
  expect(pointing?.map(({ at }) => at)).toContainEqual({ file: "live", entry: 0 });
  expect(service.details("1 live", null)?.finding).toBeNull();
});

test("any request can be looked at, without its secrets", async () => {
  const { clock, service, add } = open();
  add({ ...works, url: `${works.url}?token=of-the-user&page=a%20b`, requestHeaders: { authorization: secret } });
  clock.settle();
  const request = await service.request("0 live");
  expect(request?.query.map(({ name }) => name)).toEqual(["token", "page"]);
  expect(request?.query[1]?.value).toBe("a b");
  expect(JSON.stringify(request)).not.toContain("of-the-user");
  expect(await service.request("9 live")).toBeNull();
});

test("a cause's page is written for the chosen request, or for an example", () => {
  const { clock, service, add } = open();
  add({ ...unknownStage, url: unknownStage.url.replace("a1b2c3d4e5", "z9y8x7w6v5") });
  clock.settle();
  const { id } = service.causes().find((each) => each.step === "Stage") ?? { id: "" };
  expect(service.causePage("rest-stage-missing-or-unknown", "0 live")?.confirm.command).toContain("z9y8x7w6v5");
  expect(service.causePage("rest-stage-missing-or-unknown", null)?.confirm.command).toContain("a1b2c3d4e5");
  expect(service.causePage(id, null)?.title).not.toBe("");
  expect(service.causePage("no-such-cause", null)).toBeNull();
});

test("credentials of a request are hidden, until the settings say otherwise", () => {
  const { clock, service, rows, add } = open();
  add(works, { ...unknownStage, requestHeaders: { authorization: secret } });
  clock.settle();
  const shown = () => JSON.stringify(service.details([...rows.keys()][0] ?? "", null)?.exchange);
  expect(shown()).not.toContain("secret-token-of-the-user");
  service.setSettings({ ...defaultSettings, maskCredentials: false });
  expect(shown()).toContain("secret-token-of-the-user");
  clock.settle();
  expect(JSON.stringify([...rows.values()])).not.toContain("secret-token-of-the-user");
});

test("a rule that throws is told once, with where it threw, until everything is cleared", () => {
  const [sound] = rules;
  if (sound === undefined) throw new Error("there are no rules");
  const broken = exampleClue("broken", () => JSON.parse(""));
  const { clock, service, updates, add } = open([...rules, { ...sound, id: "broken", clues: [weigh(broken, {})] }]);
  add(unknownStage, { ...unknownStage, url: `${api}/api/carts` });
  clock.settle();
  expect(updates.at(-1)?.failures.map(({ rule }) => rule)).toEqual(["broken"]);
  service.clear();
  clock.settle();
  expect(updates.at(-1)?.failures).toEqual([]);
});
