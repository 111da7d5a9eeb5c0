import { expect, it } from "vitest";
import { factsOf } from "../../rules/case-facts.ts";
import type { ExampleExchange } from "../../rules/example.ts";
import { checks, type ExpectedResults } from "../../rules/probes/checks.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { type Case, openCase } from "../diagnosis/case.ts";
import type { Candidate } from "../diagnosis/rank.ts";
import type { Rule } from "../diagnosis/rule.ts";
import { openSession } from "../session/open-session.ts";
import { nextCheck as nextOf } from "./next-check.ts";

const nextCheck = (about: Case, candidates: readonly Candidate[]) => nextOf(about, candidates, { checks });

const confirmed = { says: "Ask the owner.", command: null };

function candidate(probability: number, wouldAnswer: ExpectedResults, title = ""): Candidate {
  const rule = { title, expectedResults: wouldAnswer, confirm: () => confirmed } as Partial<Rule> as Rule;
  return { rule, probability, proved: false };
}

function subject(url: string, other?: ExampleExchange): Case {
  const exchanges = other?.status === 403 ? [other] : [...(other ? [other] : []), { url, status: 403 }];
  const session = openSession(recordingOf({ title: "", exchanges }), []);
  const [refused] = session.refusedRequests;
  if (refused === undefined) throw new Error("nothing was refused");
  return openCase(refused, session, { factsOf });
}

const orders = subject("https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders?token=s3cret");

it("chooses the check whose response tells most about the cause", () => {
  const check = nextCheck(orders, [
    candidate(0.5, { "random-path": "refused", "without-content": "accepted" }),
    candidate(0.3, { "random-path": "refused", "without-content": "refused" }),
    candidate(0.2, { "random-path": "no such route", "without-content": "refused" }),
  ]);
  expect(check?.says).toMatch(/without its body and query/);
  expect(check?.command).toBe("curl -si https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders");
});

it("asks for a path that cannot exist where that splits the causes", () => {
  const check = nextCheck(orders, [
    candidate(0.6, { "random-path": "refused" }),
    candidate(0.4, { "random-path": "no such route" }),
  ]);
  expect(check?.command).toMatch(/\/prod\/no-such-path-403\/no\/such\/path$/);
});

it("counts only likely results: what separates from a hopeless cause tells nothing", () => {
  const check = nextCheck(orders, [
    candidate(0.995, { "random-path": "refused" }),
    candidate(0.005, { "random-path": "no such route" }),
  ]);
  expect(check).toEqual(confirmed);
});

it("falls back to the owner's way where all causes respond to every check alike", () => {
  const alike = { "random-path": "refused", "without-content": "refused" } as const;
  expect(nextCheck(orders, [candidate(0.5, alike), candidate(0.5, alike)])).toEqual(confirmed);
  expect(nextCheck(orders, [candidate(0.5, {}), candidate(0.5, {})])).toEqual(confirmed);
  expect(nextCheck(orders, [])).toBeNull();
});

it("says what each response would mean for the causes that remain", () => {
  const check = nextCheck(orders, [
    candidate(0.4, { "random-path": "refused" }, "No stage"),
    candidate(0.3, { "random-path": ["no such route", "refused"] }, "A firewall"),
    candidate(0.2, { "random-path": "no such route" }, "No key"),
    candidate(0.1, {}, "A proxy"),
  ]);
  expect(check?.says).toBe(
    "Ask for a path that cannot exist. `Missing Authentication Token` or `Not Found`: A firewall; No key. " +
      "The same refusal: No stage; A firewall. Either way possible: A proxy.",
  );
});

it("puts responds together that mean the same", () => {
  const check = nextCheck(orders, [
    candidate(0.5, { "random-path": "refused" }, "No stage"),
    candidate(0.5, { "random-path": ["no such route", "caught"] }, "No key"),
  ]);
  expect(check?.says).toContain("`Not Found`, or the response of a route that catches all paths: No key. The same");
});

it("names the likeliest of the unlikely for a response that no likely cause would give, and counts what is many", () => {
  const unlikely = (title: string) => candidate(0.015, { "random-path": "no such route" }, title);
  const above = ["A", "B", "C", "D", "E"].map((title) => candidate(0.19, { "random-path": "refused" }, title));
  const check = nextCheck(orders, [...above, unlikely("No key"), unlikely("Wrong key")]);
  expect(check?.says).toContain("`Not Found`: No key. The same refusal: A; B; C; or one of 2 more.");
});

it("prefers a response that decides to one that a cause leaves open", () => {
  const check = nextCheck(orders, [
    candidate(0.5, { "random-path": ["no such route", "refused"], "without-content": "accepted" }),
    candidate(0.5, { "random-path": "refused", "without-content": "refused" }),
  ]);
  expect(check?.command).not.toContain("no-such-path");
});

it("gains nothing from a cause that says nothing of the check, or leaves all responses open", () => {
  const open = { "random-path": ["no such route", "refused"] } as const;
  expect(nextCheck(orders, [candidate(0.5, open), candidate(0.5, open)])).toEqual(confirmed);
  expect(nextCheck(orders, [candidate(0.5, { "random-path": "refused" }), candidate(0.5, {})])).toEqual(confirmed);
});

it("takes a path that the capture shows to work, or says in capitals that one is missing", () => {
  const would = [candidate(0.5, { "known-route": "accepted" }), candidate(0.5, { "known-route": "refused" })];
  expect(nextCheck(orders, would)?.command).toContain("/prod/PATH_THAT_WORKS");
  const works = { url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/carts", status: 200 };
  expect(nextCheck(subject(orders.exchange.request.url, works), would)?.command).toMatch(/\/prod\/carts$/);
});

it("sends content only to where nothing can run, and a HEAD as a GET", () => {
  const would = [
    candidate(0.5, { "content-on-random-path": "refused", "get-instead": "accepted" }),
    candidate(0.5, { "content-on-random-path": "no such route", "get-instead": "refused" }),
  ];
  const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";
  const post = nextCheck(subject(url, { url, method: "POST", requestBody: "{}", status: 403 }), would);
  expect(post?.command).toMatch(/-X POST --data-binary @request-body .*\/prod\/no-such-path-403\/no\/such\/path$/);
  const head = nextCheck(subject(url, { url, method: "HEAD", status: 403 }), would);
  expect(head?.command).toBe(`curl -si ${url}`);
  expect(nextCheck(subject(url), would)).toEqual(confirmed);
});

it("puts no secret of the URL into the command", () => {
  const { url } = orders.exchange.request;
  const check = nextCheck(subject(url, { url, status: 403, requestHeaders: { authorization: "Bearer abc" } }), [
    candidate(0.5, { "without-authorization": "accepted" }),
    candidate(0.5, { "without-authorization": "refused" }),
  ]);
  expect(check?.command).toContain("/prod/orders");
  expect(check?.command).not.toContain("s3cret");
});

it("does not advise to leave out content that the request does not have", () => {
  const bare = subject("https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders");
  const check = nextCheck(bare, [
    candidate(0.5, { "without-content": "accepted" }),
    candidate(0.5, { "without-content": "refused" }),
  ]);
  expect(check).toEqual(confirmed);
});
