import { describe, expect, it } from "vitest";
import { exampleStart, recordingOf } from "../../testing/examples/recording.ts";
import type { RecordKind } from "../capture/record.ts";
import { openSession } from "./open-session.ts";
import type { Recorded } from "./recording.ts";
import { gotThrough } from "./request-outcome.ts";
import type { Session } from "./session.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";

function exported(sends: Readonly<Record<string, string>>, name = "WebInspector"): Recorded[] {
  const exchanges = [
    { url, status: 403 },
    { url, status: 200, requestHeaders: sends },
  ];
  const producer = { name, version: "537.36", live: false };
  return recordingOf({ title: "", exchanges }).map((each) => ({ ...each, file: "export.har", producer }));
}

describe("Authorization that is not there", () => {
  it("may have been removed by Chrome's default export", () => {
    const [first] = openSession(exported({}), []).exchanges;
    expect(first?.request.authorization).toMatchObject({ known: false, why: expect.stringContaining("export") });
  });

  it("was not sent where another entry of the same export shows credentials", () => {
    const [first] = openSession(exported({ cookie: "a=b" }), []).exchanges;
    expect(first?.request.authorization).toEqual({ known: true, value: null });
  });

  it("was not sent where another program wrote the file", () => {
    const [first] = openSession(exported({}, "Firefox"), []).exchanges;
    expect(first?.request.authorization).toEqual({ known: true, value: null });
  });

  it("is judged for each file by itself", () => {
    const whole = exported({ authorization: "Bearer x" }).map((each) => ({ ...each, file: "whole.har" }));
    const { exchanges } = openSession([...exported({}), ...whole], []);
    expect(exchanges.map(({ request }) => request.authorization.known)).toEqual([false, false, true, true]);
  });
});

it("puts a host's requests in order of time, whatever the order of arrival", () => {
  const exchanges = [3, 1, 2].map((at) => ({ url: `${url}/${at}`, status: 200, at }));
  const session = openSession(recordingOf({ title: "", exchanges }), []);
  const { members } = session.onHost("a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com");
  expect(members.map(({ startedAt }) => startedAt.known && (startedAt.value - exampleStart) / 1000)).toEqual([1, 2, 3]);
  expect(session.exchanges.map(({ entry }) => entry)).toEqual([0, 1, 2]);
});

describe("a recording that changes", () => {
  const api = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
  const recorded = recordingOf({
    title: "",
    exchanges: [
      { url: "https://api.example.com/a", status: 200, at: 1 },
      { url: `${api}/prod/a`, status: 403, at: 2 },
      { url: "https://api.example.com/b", status: 200, at: 3, responseHeaders: { "x-amz-apigw-id": "abc=" } },
      { url: `${api}/prod/b`, status: 200, at: 5 },
      { url: `${api}/prod/c`, status: 403, at: 4 },
      { url: "https://www.example.com/", status: 200, at: 6 },
    ],
  });
  const seen = ({ exchanges, refusedRequests: subjects, hosts, all, onHost }: Session) => ({
    exchanges: exchanges.map(({ request }) => request.url),
    isInOrder: exchanges.every(({ id }, place) => id > (exchanges[place - 1]?.id ?? -1)),
    subjects: subjects.map(({ exchange }) => exchange.entry),
    hosts: hosts.toSorted((a, b) => a.host.localeCompare(b.host)),
    through: all.that(gotThrough).members.map(({ entry }) => entry),
    onHost: hosts.map(({ host }) => onHost(host).members.map(({ request }) => request.url)).sort(),
  });

  it("is seen as if it had been opened at once, whatever came, went or was replaced", () => {
    for (let had = 0; had <= recorded.length; had++) {
      for (let replaced = 0; replaced < recorded.length; replaced++) {
        const before = openSession(recorded.slice(0, had), []);
        seen(before);
        const now = recorded.map((each, place) => (place === replaced ? { ...each } : each)).slice(replaced % 2);
        expect(seen(openSession(now, [], before))).toEqual(seen(openSession(now, [])));
      }
    }
  });

  it("keeps what is left when some of it is let go of, and what was found out about it", () => {
    for (let gone = 0; gone < recorded.length; gone++) {
      const before = openSession(recorded.slice(0, 5), []);
      const exchanges = new Set(before.exchanges);
      seen(before);
      const now = recorded.filter((_, place) => place !== gone);
      const after = openSession(now, [], before);
      expect(seen(after)).toEqual(seen(openSession(now, [])));
      expect(after.exchanges.filter((each) => exchanges.has(each))).toHaveLength(gone < 5 ? 4 : 5);
    }
  });

  it("keeps the view of a host to which nothing was added", () => {
    const before = openSession(recorded.slice(0, 5), []);
    const after = openSession(recorded, [], before);
    expect(after.onHost("api.example.com")).toBe(before.onHost("api.example.com"));
    expect(after.hostClassOf("api.example.com")).toBe(before.hostClassOf("api.example.com"));
  });

  it("learns from a file's later entries what its export leaves in", () => {
    const file = exported({ cookie: "a=b" });
    const before = openSession(file.slice(0, 1), []);
    expect(before.exchanges[0]?.request.authorization.known).toBe(false);
    expect(openSession(file, [], before).exchanges[0]?.request.authorization).toEqual({ known: true, value: null });
    const lacking = exported({});
    const stillLacking = openSession(lacking, [], openSession(lacking.slice(0, 1), []));
    expect(stillLacking.exchanges.map(({ request }) => request.authorization.known)).toEqual([false, false]);
  });
});

it("knows nothing of a host that was not called", () => {
  const session = openSession([], ["*"]);
  expect(session.onHost("api.example.com").members).toEqual([]);
  expect(session.hostClassOf("api.example.com")).toBeUndefined();
});

it("gives the records of a kind in the order in which they were read", () => {
  const lines: RecordKind<string> = { id: "lines" };
  const numbers: RecordKind<number> = { id: "numbers" };
  const record = <T>(kind: RecordKind<T>, position: number, value: T) => ({ kind, file: "api.log", position, value });
  const records = [record(lines, 0, "first"), record(numbers, 0, 7), record(lines, 1, "second")];
  const session = openSession([], [], null, records);
  expect(session.records(lines).map(({ value }) => value)).toEqual(["first", "second"]);
  expect(session.records(numbers).map(({ value }) => value)).toEqual([7]);
  expect(session.records({ id: "nothing" })).toEqual([]);
});
