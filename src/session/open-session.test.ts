import { describe, expect, it } from "vitest";
import { exampleStart, recordingOf } from "../diagnosis/example-recording.ts";
import { openSession } from "./open-session.ts";
import type { Recorded } from "./recording.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";

function exported(sends: Readonly<Record<string, string>>, name = "WebInspector"): Recorded[] {
  const exchanges = [
    { url, status: 403 },
    { url, status: 200, sends },
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

it("knows nothing of a host that was not called", () => {
  const session = openSession([], ["*"]);
  expect(session.onHost("api.example.com").members).toEqual([]);
  expect(session.standingOf("api.example.com")).toBeUndefined();
});
