import { expect, it } from "vitest";
import { forbidden } from "../../rules/example-answers.ts";
import { caseOf } from "./example-case.ts";
import { ownersWay } from "./owners-way.ts";

const uuid = "11111111-2222-3333-4444-555555555555";

/** All that is said about a refusal with these headers, as one text. */
function said(url: string, headers: Readonly<Record<string, string>>): string {
  const subject = caseOf({ url, ...forbidden, responseHeaders: { ...forbidden.responseHeaders, ...headers } });
  const { logs, runbook, console } = ownersWay(subject);
  const lines = [...logs, ...runbook].flatMap(({ says, command }) => [says, command]);
  return [...lines, ...console.map((each) => each.url)].join("\n");
}

const rest = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";
