import { expect, test } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { rules } from "../../rules/index.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { DiagnosisWorker } from "./diagnosis-worker.ts";
import type { SentRequest, Update } from "./protocol.ts";

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

/** An examiner that knows one refusal, beside a page whose requests get what `answer` says; null stands for none. */
function open(
  refused: Partial<ExampleExchange>,
  answer: (request: SentRequest) => Omit<ExampleExchange, "url"> | null,
) {
  const waiting: (() => void)[] = [];
  const examiner = new DiagnosisWorker(rules, {
    now: () => performance.now(),
    later: (goOn) => void waiting.push(goOn),
  });
  const updates: Update[] = [];
  examiner.watch((update) => updates.push(update));
  let requests = 0;
  const add = (exchange: ExampleExchange, startedDateTime: number) => {
    const [recorded] = recordingOf({ title: "", exchanges: [exchange] });
    if (recorded === undefined) throw new Error("no request");
    const { entry, producer } = recorded;
    examiner.addLive(requests, { ...entry, startedDateTime }, producer);
    examiner.setBody(requests++, { text: exchange.responseBody ?? "" });
  };
  const settle = () => {
    for (let goOn = waiting.shift(); goOn !== undefined; goOn = waiting.shift()) goOn();
  };
  add({ url: `${api}/prod/orders`, ...forbidden, ...refused }, Date.now());
  settle();
  const sent: SentRequest[] = [];
  const send = async (request: SentRequest): Promise<string | null> => {
    sent.push(request);
    const exchange = answer(request);
    if (exchange !== null) add({ method: request.method, url: request.url, ...exchange }, Date.now());
    return null;
  };
  const ask = async (credentials = false, by = send, key = "0 live") => {
    const asked = examiner.ask(key, credentials, by);
    // The pause before a request, and the patience behind it, pass at once.
    for (let turn = 0; turn < 20; turn++) {
      await Promise.resolve();
      settle();
    }
    return asked;
  };
  return { examiner, updates, settle, sent, ask };
}

test("a page asks what is shown, and the answer that DevTools saw moves the causes", async () => {
  const { examiner, updates, sent, ask } = open({}, () => noSuchRoute);
  const before = examiner.inquiry("0 live");
  const after = await ask();
  expect(before?.next?.sends).toEqual([`GET ${sent[0]?.url}`]);
  expect(sent).toEqual([{ method: "GET", url: `${api}/prod/no-such-path-403/no/such/path`, headers: [] }]);
  expect(after?.made[0]?.outcome).toMatch(/^The answer was 403/);
  const [stage] = after?.made[0]?.shifts.filter(({ cause }) => cause === "rest-stage-missing-or-unknown") ?? [];
  expect(stage?.after).toBeLessThan(stage?.before ?? 0);
  expect(updates.at(-1)?.tally.requests, "what was asked is no request of the page's").toBe(1);
});

test("the row and the details go by what the answers told", async () => {
  const { examiner, updates, ask } = open({}, () => noSuchRoute);
  const verdict = () => updates.flatMap(({ changed }) => changed).findLast(({ key }) => key === "0 live")?.verdict;
  expect(verdict()?.cause).toBe("rest-stage-missing-or-unknown");
  const asked = await ask();
  expect(asked?.verdict).not.toBeNull();
  const { cause, confidence, probability } = asked?.verdict ?? {};
  expect(cause).not.toBe("rest-stage-missing-or-unknown");
  expect(verdict()).toMatchObject({ cause, confidence, probability });
  const diagnosis = examiner.details("0 live", verdict()?.finding ?? null)?.explanation.diagnosis;
  expect(diagnosis).toMatchObject({ cause, confidence, probability, checks: [{ status: 403 }] });
  expect(diagnosis?.evidence.map(({ clue }) => clue)).toContain("asked-random-path");
  expect(diagnosis?.nextCheck?.command).not.toBe(asked?.made[0]?.command);
});

test("an answer of before, of another address or of another verb is none", async () => {
  const { examiner, ask } = open({}, () => null);
  const asked = await ask(false, async ({ url }) => {
    const [recorded] = recordingOf({ title: "", exchanges: [{ url, ...noSuchRoute }] });
    if (recorded === undefined) throw new Error("no request");
    const { entry, producer } = recorded;
    const { request } = entry;
    examiner.addLive(7, { ...entry, startedDateTime: Date.now() - 60_000 }, producer);
    examiner.addLive(8, { ...entry, startedDateTime: Date.now(), request: { ...request, url: `${url}/x` } }, producer);
    examiner.addLive(9, { ...entry, startedDateTime: Date.now(), request: { ...request, method: "POST" } }, producer);
    for (const index of [7, 8, 9]) examiner.setBody(index, { text: noSuchRoute.responseBody ?? "" });
    return null;
  });
  expect(asked?.made).toEqual([]);
  expect(asked?.failure).toMatch(/^No answer was seen\./);
});

test("a page that cannot ask is told of, and the question may be asked again", async () => {
  const { ask } = open({}, () => noSuchRoute);
  const refused = await ask(false, async () => "The inspected page cannot make requests.");
  expect(refused?.failure).toBe("The inspected page cannot make requests.");
  expect((await ask())?.made).toHaveLength(1);
});

test("one click sends one request, however often it comes", async () => {
  const { examiner, sent, ask } = open({}, () => noSuchRoute);
  const never = async () => null;
  await Promise.all([ask(), examiner.ask("0 live", false, never), examiner.ask("0 live", false, never)]);
  expect(sent).toHaveLength(1);
});

test("no more is asked than one refusal is worth, and the same never twice", async () => {
  const { sent, ask } = open({}, () => ({ status: 429, responseHeaders: ids, responseBody: "" }));
  let inquiry = await ask();
  for (let more = 0; more < 9; more++) inquiry = await ask();
  expect(sent.length).toBeLessThanOrEqual(5);
  expect(new Set(sent.map(({ method, url }) => `${method} ${url}`)).size).toBe(sent.length);
  expect(inquiry?.next).toBeNull();
  expect(inquiry?.ended).not.toBeNull();
});

const bearer = "Bearer secret-token-of-the-user";

test("the request's own credential goes along only where it was allowed, and is never shown", async () => {
  const { examiner, sent, ask } = open({ requestHeaders: { authorization: bearer } }, () => noSuchRoute);
  expect(JSON.stringify(examiner.inquiry("0 live"))).not.toContain("secret-token");
  for (let more = 0; more < 5; more++) await ask();
  expect(JSON.stringify(sent)).not.toContain("secret-token");
  const inUrl = { ...noSuchRoute, method: "HEAD", url: `${api}/prod/orders?access_token=secret-token-of-the-user` };
  const allowed = open(inUrl, () => noSuchRoute);
  expect(JSON.stringify(allowed.examiner.inquiry("0 live"))).not.toContain("secret-token");
  for (let more = 0; more < 5; more++) await allowed.ask(true);
  expect(allowed.sent.map(({ url }) => url)).toContain(inUrl.url);
});

test("a credential that stands in a file is never handed to a page", async () => {
  const { examiner, updates, settle, sent, ask } = open({}, () => noSuchRoute);
  const answers = { ...ids, "x-amzn-errortype": "MissingAuthenticationTokenException" };
  const headers = Object.entries(answers).map(([name, value]) => ({ name, value }));
  const request = { method: "HEAD", url: `${api}/prod/orders?access_token=secret-token-of-the-user`, headers: [] };
  const entries = [{ request, response: { status: 403, headers } }];
  await examiner.readText(JSON.stringify({ log: { entries } }));
  settle();
  const rows = updates.flatMap(({ changed }) => changed);
  const key = rows.find(({ file, status }) => file !== "live" && status === 403)?.key ?? "";
  expect(examiner.inquiry(key)).not.toBeNull();
  expect(examiner.inquiry(key)?.carrying).toBeNull();
  for (let more = 0; more < 5; more++) await ask(true, undefined, key);
  expect(JSON.stringify(sent)).not.toContain("secret-token");
});

test("what was asked stands in what is exported", async () => {
  const { examiner, ask } = open({}, () => noSuchRoute);
  await ask();
  const { file } = await examiner.export(
    { kind: "request", key: "0 live" },
    { format: "markdown", shell: "bash", unmasked: false, hidePeople: false },
  );
  expect(await file.text()).toContain("### What was asked");
});
