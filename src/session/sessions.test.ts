import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { recordingOf } from "../../testing/examples/recording.ts";
import type { Recorded } from "./recording.ts";
import { openSessions, type SessionOptions } from "./sessions.ts";

const api = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const works = recordingOf({ title: "", exchanges: [{ url: `${api}/prod/orders`, status: 200 }] });
const refused = recordingOf({ title: "", exchanges: [{ url: `${api}/api/orders`, status: 403 }] });

function inFiles(): Recorded[] {
  return [
    ...works.map((each) => ({ ...each, file: "works.har" })),
    ...refused.map((each) => ({ ...each, file: "refused.har" })),
  ];
}

test("files that are one session are evidence for each other", () => {
  const sessions = openSessions(inFiles(), { apiHosts: [], filesTogether: true });
  const [subject] = sessions.refusedRequests;
  if (subject === undefined) throw new Error("nothing was refused");
  expect(sessions.of(subject.exchange).exchanges).toHaveLength(2);
});

test("files that are sessions of their own know nothing of each other, and are counted together", () => {
  const sessions = openSessions(inFiles(), { apiHosts: [], filesTogether: false });
  const [subject] = sessions.refusedRequests;
  if (subject === undefined) throw new Error("nothing was refused");
  expect(sessions.of(subject.exchange).exchanges).toHaveLength(1);
  expect(sessions.exchanges).toHaveLength(2);
  expect(sessions.hosts.map(({ requests }) => requests)).toEqual([2]);
});

test("what did not change is the same object, so that nothing is diagnosed anew", () => {
  const recorded = inFiles();
  for (const filesTogether of [true, false]) {
    const before = openSessions(recorded, { apiHosts: [], filesTogether });
    const after = openSessions(recorded, { apiHosts: [], filesTogether }, before);
    for (const exchange of after.exchanges) {
      const { hostname } = exchange.host;
      expect(after.of(exchange).onHost(hostname)).toBe(before.of(exchange).onHost(hostname));
    }
  }
});

test("nothing recorded is a session of nothing", () => {
  expect(openSessions([], { apiHosts: [], filesTogether: false }).exchanges).toEqual([]);
});

test("sessions hold nothing that the recording has let go of", async () => {
  const options = { apiHosts: [], filesTogether: true };
  const gone = await sessionsAfter(works, refused, options);
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  expect(gone.exchange.deref()).toBeUndefined();
  expect(gone.sessions.exchanges).toHaveLength(1);
});

async function sessionsAfter(first: Recorded[], then: Recorded[], options: SessionOptions) {
  const before = openSessions([...first], options);
  const exchange = new WeakRef(before.exchanges[0] as object);
  const sessions = openSessions([...then], options, openSessions([...first, ...then], options, before));
  // What was looked at stays for the rest of the turn.
  await nextTurn();
  return { exchange, sessions };
}
