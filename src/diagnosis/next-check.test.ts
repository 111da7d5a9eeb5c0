import { expect, it } from "vitest";
import { openSession } from "../session/open-session.ts";
import { type Case, openCase } from "./case.ts";
import type { CheckId } from "./checks.ts";
import type { Candidate } from "./engine.ts";
import { recordingOf } from "./example-recording.ts";
import { nextCheck } from "./next-check.ts";
import type { Rule } from "./rule.ts";

const confirmed = { says: "Ask the owner.", command: null };

function candidate(probability: number, wouldAnswer: Partial<Record<CheckId, string>>): Candidate {
  const rule = { wouldAnswer, confirm: () => confirmed } as Partial<Rule> as Rule;
  return { rule, probability, proved: false, clues: [] };
}

function subject(url: string): Case {
  const session = openSession(recordingOf({ title: "", exchanges: [{ url, status: 403 }] }), []);
  const [refused] = session.subjects;
  if (refused === undefined) throw new Error("nothing was refused");
  return openCase(refused, session);
}

const orders = subject("https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders?token=s3cret");

it("chooses the check whose answer tells most about the cause", () => {
  const check = nextCheck(orders, [
    candidate(0.5, { "random-path": "forbidden", "without-content": "works" }),
    candidate(0.3, { "random-path": "forbidden", "without-content": "refused" }),
    candidate(0.2, { "random-path": "no-route", "without-content": "refused" }),
  ]);
  expect(check?.says).toMatch(/without its body and query/);
  expect(check?.command).toBe("curl -si https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders");
});

it("asks for a path that cannot exist where that splits the causes", () => {
  const check = nextCheck(orders, [
    candidate(0.6, { "random-path": "forbidden" }),
    candidate(0.4, { "random-path": "no-route" }),
  ]);
  expect(check?.command).toMatch(/\/prod\/no-such-path-403$/);
});

it("counts only likely answers: what separates from a hopeless cause tells nothing", () => {
  const check = nextCheck(orders, [
    candidate(0.995, { "random-path": "forbidden" }),
    candidate(0.005, { "random-path": "no-route" }),
  ]);
  expect(check).toEqual(confirmed);
});

it("falls back to the owner's way where all causes answer every check alike", () => {
  const alike = { "random-path": "forbidden", "without-content": "refused" };
  expect(nextCheck(orders, [candidate(0.5, alike), candidate(0.5, alike)])).toEqual(confirmed);
  expect(nextCheck(orders, [candidate(0.5, {}), candidate(0.5, {})])).toEqual(confirmed);
  expect(nextCheck(orders, [])).toBeNull();
});

it("puts no secret of the URL into the command", () => {
  const check = nextCheck(orders, [
    candidate(0.5, { "without-authorization": "works" }),
    candidate(0.5, { "without-authorization": "refused" }),
  ]);
  expect(check?.command).toContain("/prod/orders");
  expect(check?.command).not.toContain("s3cret");
});

it("does not advise to leave out content that the request does not have", () => {
  const bare = subject("https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders");
  const check = nextCheck(bare, [
    candidate(0.5, { "without-content": "works" }),
    candidate(0.5, { "without-content": "refused" }),
  ]);
  expect(check).toEqual(confirmed);
});
