import { describe, expect, it } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { rules as allRules } from "../../rules/index.ts";
import { knowledge } from "../../rules/knowledge.ts";
import { exampleClue } from "../../testing/examples/clue.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { no, yes } from "./clue.ts";
import { diagnose } from "./diagnose.ts";
import type { WhyNot } from "./diagnosis.ts";
import { type Rule, type Weighed, weigh } from "./rule.ts";

const host = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const rest = { "x-amz-apigw-id": "JxKqfH1bDoEFRXw=", "x-amzn-requestid": "1b1f2b1e-5a8c-4c2b-9f6e-0d6f2c3b4a51" };

const forbidden: Partial<ExampleExchange> = {
  status: 403,
  responseHeaders: { ...rest, "x-amzn-errortype": "ForbiddenException" },
  responseBody: '{"message":"Forbidden"}',
};

function whyNot(rules: readonly Rule[], ...exchanges: ExampleExchange[]): readonly WhyNot[] {
  const { explanations } = diagnose(recordingOf({ title: "", exchanges }), {
    knowledge: { ...knowledge, rules },
    apiHosts: [],
  });
  return explanations.at(-1)?.full().diagnosis.whyNot ?? [];
}

function rule(id: string, prior: number, ...clues: readonly Weighed[]): Rule {
  const none = { means: "", fix: () => [], links: [], expectedResults: {} };
  const confirm = () => ({ says: "", command: null });
  return { id, title: id, refusedBy: "api-gateway", who: "", refusedAt: "stage", prior, clues, confirm, ...none };
}

const refused: ExampleExchange = { url: `${host}/api/orders`, status: 403 };
const named = rule("named", 100);
const fits = exampleClue("fits", () => yes("the response has the words"));
const hasType = exampleClue("has-type", () => yes("the response has the type"));
const misfits = exampleClue("misfits", () => no("the response has other words"));
const missing = exampleClue("missing", () => no("no key is sent"));
const required = { no: "never" } as const;

describe("the causes that are asked for", () => {
  const ids = (...rules: Rule[]) => whyNot([named, ...rules], refused).map(({ cause }) => cause);

  it("are those whose look the response has, though something rules them out", () => {
    const expected = rule("expected", 1, weigh(fits, required), weigh(missing, required));
    const far = rule("far", 1, weigh(misfits, required));
    const vague = rule("vague", 0.1);
    expect(ids(expected, far, vague)).toEqual(["expected"]);
  });

  it("are those that the rule itself suspects as well", () => {
    expect(
      ids({ ...rule("elsewhere", 1), suspectedWhere: [fits] }, { ...rule("no", 1), suspectedWhere: [missing] }),
    ).toEqual(["elsewhere"]);
  });

  it("come in the order in which they are expected, whatever speaks against them", () => {
    const usual = rule("usual", 1, weigh(fits, required), weigh(missing, { no: -9 }));
    const rare = rule("rare", 0.5, weigh(fits, required));
    const excluded = rule("excluded", 1, weigh(fits, required), weigh(missing, required));
    expect(ids(excluded, rare, usual)).toEqual(["usual", "rare", "excluded"]);
  });

  it("are neither the first nor its listed alternatives", () => {
    expect(ids(rule("alternative", 50, weigh(fits, required)))).toEqual([]);
  });
});

describe("what is said against a cause", () => {
  const saysOf = (...rules: Rule[]) => whyNot(rules, refused)[0]?.says;

  it("is what rules it out before what is only improbable", () => {
    const against = rule("a", 1, weigh(fits, required), weigh(misfits, { no: -4 }), weigh(missing, required));
    expect(saysOf(named, against)).toBe("no key is sent");
  });

  it("is the particular sentence before the one that counts against others too, though that was asked first", () => {
    const a = rule("a", 2, ...[fits, hasType, misfits, missing].map((each) => weigh(each, required)));
    const b = rule("b", 1, ...[fits, misfits].map((each) => weigh(each, required)));
    expect(whyNot([named, a, b], refused).map(({ cause, says }) => [cause, says])).toEqual([
      ["b", "the response has other words"],
      ["a", "no key is sent"],
    ]);
  });

  it("is what the named cause explains better where nothing speaks against it", () => {
    const favoured = rule("named", 100, weigh(missing, { no: 2 }));
    expect(saysOf(favoured, rule("a", 1, weigh(fits, required)))).toBe("explains less well: no key is sent");
  });

  it("is plainly its rarity where nothing else is known", () => {
    expect(saysOf(named, rule("a", 1, weigh(fits, required)))).toBe(
      "nothing in the capture speaks against it; it is only rarer",
    );
  });

  it("survives a clue that throws once its cause is ruled out", () => {
    const broken = exampleClue("broken", () => {
      throw new Error("there is no body");
    });
    const a = rule("a", 1, weigh(fits, required), weigh(missing, required), weigh(broken, { yes: 1 }));
    expect(saysOf(named, a)).toBe("no key is sent");
  });
});

describe("with all rules", () => {
  it("a key that is not sent speaks against the usage plan, and a working sibling against the firewall", () => {
    const works: ExampleExchange = {
      url: `${host}/prod/orders`,
      status: 200,
      responseBody: "[]",
      responseHeaders: rest,
    };
    const said = whyNot(allRules, works, { url: `${host}/api/orders`, status: 403, ...forbidden });
    const of = (id: string) => said.find(({ cause }) => cause === id)?.says;
    expect(of("api-key-not-in-usage-plan")).toBe("no `x-api-key` header is sent");
    expect(of("waf-blocked-apigw")).toContain("`GET /prod/orders` returned 200");
    expect(of("integration-403-passthrough")).toMatch(/x-amzn-errortype/);
  });

  it("names what lies outside the owner's view where the way leads through it", () => {
    const url = "https://api.example.com/orders";
    const answers = { ...rest, "x-amz-cf-id": "abc", "x-amzn-errortype": "ForbiddenException" };
    const said = whyNot(allRules, { url, ...forbidden, status: 403, responseHeaders: answers });
    expect(said.find(({ cause }) => cause === "cloudfront-waf-blocked")?.says).toMatch(/x-amz-apigw-id/);
  });
});
