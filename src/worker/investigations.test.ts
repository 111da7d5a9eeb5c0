import { expect, test } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { knowledge } from "../../rules/knowledge.ts";
import { TestClock } from "../../testing/clock.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import type { PageRequest } from "../browser/ports.ts";
import type { Update } from "./protocol.ts";
import { DiagnosisService } from "./service.ts";

const api = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const ids = { "x-amzn-requestid": "4442fa46-a3c1-44ae-a5ba-b3e7c8d4b5ef", "x-amz-apigw-id": "JxKqfH1bDoEFRXw=" };

const forbidden: Omit<ExampleExchange, "url"> = {
  status: 403,
  responseHeaders: { ...ids, "x-amzn-errortype": "ForbiddenException" },
  responseBody: '{"message":"Forbidden"}',
};
const noSuchRoute: Omit<ExampleExchange, "url"> = {
  status: 403,
  responseHeaders: { ...ids, "x-amzn-errortype": "MissingAuthenticationTokenException" },
  responseBody: '{"message":"Missing Authentication Token"}',
};

/** A service that knows one refusal, beside a page whose requests get what `respond` says; null stands for none. */
function open(
  refused: Partial<ExampleExchange>,
  answer: (request: PageRequest) => Omit<ExampleExchange, "url"> | null,
) {
  const clock = new TestClock();
  const service = new DiagnosisService(knowledge, clock);
  const updates: Update[] = [];
  service.watch((update) => updates.push(update));
  let requests = 0;
  const add = (exchange: ExampleExchange, startedDateTime: number) => {
    const [recorded] = recordingOf({ title: "", exchanges: [exchange] });
    if (recorded === undefined) throw new Error("no request");
    const { har: entry, producer } = recorded;
    service.addLive(requests, { ...entry, startedDateTime }, producer);
    service.setBody(requests++, { text: exchange.responseBody ?? "" });
  };
  add({ url: `${api}/prod/orders`, ...forbidden, ...refused }, Date.now());
  clock.settle();
  const sent: PageRequest[] = [];
  const send = async (request: PageRequest): Promise<string | null> => {
    sent.push(request);
    const exchange = answer(request);
    if (exchange !== null) add({ method: request.method, url: request.url, ...exchange }, Date.now());
    return null;
  };
  // The pause before a probe, and the patience behind it, pass at once.
  const probe = (credentials = false, by = send, key = "0 live") =>
    clock.untilSettled(service.probe(key, credentials, by));
  return { service, clock, updates, sent, probe };
}

test("a page asks what is shown, and the response that DevTools saw moves the causes", async () => {
  const { service, updates, sent, probe } = open({}, () => noSuchRoute);
  const before = service.investigation("0 live");
  const after = await probe();
  expect(before?.next?.sends).toEqual([`GET ${sent[0]?.url}`]);
  expect(sent).toEqual([{ method: "GET", url: `${api}/prod/no-such-path-403/no/such/path`, headers: [] }]);
  expect(after?.made[0]?.outcome).toMatch(/^The response was 403/);
  const [stage] = after?.made[0]?.shifts.filter(({ cause }) => cause === "rest-stage-missing-or-unknown") ?? [];
  expect(stage?.after).toBeLessThan(stage?.before ?? 0);
  expect(updates.at(-1)?.tally.requests, "what was asked is no request of the page's").toBe(1);
});

test("the row and the details go by what the responses told", async () => {
  const { service, updates, probe } = open({}, () => noSuchRoute);
  const verdict = () => updates.flatMap(({ changed }) => changed).findLast(({ key }) => key === "0 live")?.verdict;
  expect(verdict()?.cause).toBe("rest-stage-missing-or-unknown");
  const asked = await probe();
  expect(asked?.verdict).not.toBeNull();
  const { cause, confidence, probability } = asked?.verdict ?? {};
  expect(cause).not.toBe("rest-stage-missing-or-unknown");
  expect(verdict()).toMatchObject({ cause, confidence, probability });
  const diagnosis = service.details("0 live", verdict()?.finding ?? null)?.explanation.diagnosis;
  expect(diagnosis).toMatchObject({ cause, confidence, probability, checks: [{ status: 403 }] });
  expect(diagnosis?.evidence.map(({ clue }) => clue)).toContain("asked-random-path");
  expect(diagnosis?.nextCheck?.command).not.toBe(asked?.made[0]?.command);
});

test("a response of before, of another address or of another verb is none", async () => {
  const { service, probe } = open({}, () => null);
  const asked = await probe(false, async ({ url }) => {
    const [recorded] = recordingOf({ title: "", exchanges: [{ url, ...noSuchRoute }] });
    if (recorded === undefined) throw new Error("no request");
    const { har: entry, producer } = recorded;
    const { request } = entry;
    service.addLive(7, { ...entry, startedDateTime: Date.now() - 60_000 }, producer);
    service.addLive(8, { ...entry, startedDateTime: Date.now(), request: { ...request, url: `${url}/x` } }, producer);
    service.addLive(9, { ...entry, startedDateTime: Date.now(), request: { ...request, method: "POST" } }, producer);
    for (const index of [7, 8, 9]) service.setBody(index, { text: noSuchRoute.responseBody ?? "" });
    return null;
  });
  expect(asked?.made).toEqual([]);
  expect(asked?.failure).toMatch(/^No response was seen\./);
});

test("a page that cannot probe is told of, and the question may be asked again", async () => {
  const { probe } = open({}, () => noSuchRoute);
  const refused = await probe(false, async () => "The inspected page cannot make requests.");
  expect(refused?.failure).toBe("The inspected page cannot make requests.");
  expect((await probe())?.made).toHaveLength(1);
});

test("one click sends one request, however often it comes", async () => {
  const { service, sent, probe } = open({}, () => noSuchRoute);
  const never = async () => null;
  await Promise.all([probe(), service.probe("0 live", false, never), service.probe("0 live", false, never)]);
  expect(sent).toHaveLength(1);
});

test("no more is asked than one refusal is worth, and the same never twice", async () => {
  const { sent, probe } = open({}, () => ({ status: 429, responseHeaders: ids, responseBody: "" }));
  let inquiry = await probe();
  for (let more = 0; more < 9; more++) inquiry = await probe();
  expect(sent.length).toBeLessThanOrEqual(5);
  expect(new Set(sent.map(({ method, url }) => `${method} ${url}`)).size).toBe(sent.length);
  expect(inquiry?.next).toBeNull();
  expect(inquiry?.ended).not.toBeNull();
});

const bearer = "Bearer secret-token-of-the-user";

test("the request's own credential goes along only where it was allowed, and is never shown", async () => {
  const { service, sent, probe } = open({ requestHeaders: { authorization: bearer } }, () => noSuchRoute);
  expect(JSON.stringify(service.investigation("0 live"))).not.toContain("secret-token");
  for (let more = 0; more < 5; more++) await probe();
  expect(JSON.stringify(sent)).not.toContain("secret-token");
  const inUrl = { ...noSuchRoute, method: "HEAD", url: `${api}/prod/orders?access_token=secret-token-of-the-user` };
  const allowed = open(inUrl, () => noSuchRoute);
  expect(JSON.stringify(allowed.service.investigation("0 live"))).not.toContain("secret-token");
  for (let more = 0; more < 5; more++) await allowed.probe(true);
  expect(allowed.sent.map(({ url }) => url)).toContain(inUrl.url);
});

test("a credential that stands in a file is never handed to a page", async () => {
  const { service, updates, clock, sent, probe } = open({}, () => noSuchRoute);
  const answers = { ...ids, "x-amzn-errortype": "MissingAuthenticationTokenException" };
  const headers = Object.entries(answers).map(([name, value]) => ({ name, value }));
  const request = { method: "HEAD", url: `${api}/prod/orders?access_token=secret-token-of-the-user`, headers: [] };
  const entries = [{ request, response: { status: 403, headers } }];
  await clock.untilSettled(service.readText(JSON.stringify({ log: { entries } })));
  clock.settle();
  const rows = updates.flatMap(({ changed }) => changed);
  const key = rows.find(({ file, status }) => file !== "live" && status === 403)?.key ?? "";
  expect(service.investigation(key)).not.toBeNull();
  expect(service.investigation(key)?.carrying).toBeNull();
  for (let more = 0; more < 5; more++) await probe(true, undefined, key);
  expect(JSON.stringify(sent)).not.toContain("secret-token");
});

test("what was asked stands in what is exported", async () => {
  const { service, clock, probe } = open({}, () => noSuchRoute);
  await probe();
  const { file } = await clock.untilSettled(
    service.export(
      { kind: "request", key: "0 live" },
      { format: "markdown", shell: "bash", unmasked: false, hidePeople: false },
    ),
  );
  expect(await file.text()).toContain("### What was asked");
});

test("a rejected send is said, and neither probes nor the page's own requests are lost after it", async () => {
  const { service, updates, probe, clock } = open({}, () => noSuchRoute);
  const failed = await probe(false, async () => {
    throw new Error("the panel was closed");
  });
  expect(failed?.failure).toBe("The page could not be asked to send the request: the panel was closed");
  const [own] = recordingOf({
    title: "",
    exchanges: [{ url: `${api}/prod/no-such-path-403/no/such/path`, ...noSuchRoute }],
  });
  if (own === undefined) throw new Error("no request");
  service.addLive(5, { ...own.har, startedDateTime: Date.now() }, own.producer);
  clock.settle();
  expect(updates.at(-1)?.tally.requests).toBe(2);
  expect((await probe())?.made).toHaveLength(1);
});

test("a panel that is closed while it sends leaves nothing hanging", async () => {
  const { probe } = open({}, () => noSuchRoute);
  const closed = await probe(false, () => new Promise(() => {}));
  expect(closed?.failure).toMatch(/^No response was seen\./);
  expect((await probe())?.made).toHaveLength(1);
});
