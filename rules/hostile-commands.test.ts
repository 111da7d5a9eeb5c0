import { expect, test } from "vitest";
import { commandFor, type Shell } from "../src/commands/shells.ts";
import type { Case } from "../src/diagnosis/case.ts";
import { refusalMessageOf } from "../src/exchange/refusal-message.ts";
import { applicableChecks, checkAdvice } from "../src/probes/check.ts";
import { requestAsCurl } from "../src/reports/curl.ts";
import { openSession } from "../src/session/open-session.ts";
import { caseIn } from "../testing/examples/case.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import { posixCommands, powershellCommands } from "../testing/oracles/shell-words.ts";
import { ownerGuidance } from "./advice/log-guidance.ts";
import type { ExampleExchange } from "./example.ts";
import { rules } from "./index.ts";
import { checks } from "./probes/checks.ts";

/** Texts that would leave their shell word if quoting failed. */
const hostile = [
  "';touch owned;'",
  `"$(touch owned)\`touch owned\`"`,
  "a b|touch owned&touch owned>owned<owned(#)",
  "\ntouch owned\r\n",
  `‘;touch owned;’@(1)$HOME$\{HOME}{x}%x%~*?[a]!`,
  "\\",
  "--output",
  "-X",
  "@/etc/passwd",
];

/** The same exchange with this text in its verb, path, query, headers and body. */
function spiked(
  {
    url,
    method = "GET",
    requestHeaders: sends,
    responseHeaders: answers,
    responseBody: body,
    ...rest
  }: ExampleExchange,
  spike: string,
): ExampleExchange {
  const inAll = (headers: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}${spike}`]));
  const [path = "", query = ""] = url.split("?");
  return {
    ...rest,
    method: `${method}${spike}`,
    url: `${path}/${spike}?${query}&q=${spike}&api_key=${spike}&${spike}=x`,
    requestHeaders: { ...inAll(sends), "x-note": spike, "x-api-key": spike, [`x-${spike}`]: "x" },
    requestBody: spike,
    responseHeaders: inAll(answers),
    ...(body !== undefined && { responseBody: body.replaceAll(/prod|orders|api-caller/g, spike) }),
  };
}

/** A case with hostile traffic and hostile ids, though API Gateway gives no such ids. */
function hostileCase(subject: Case, made: ExampleExchange, spike: string): Case {
  const { id, file, entry, kind, startedAt, ttfb, serverAddress, servedBy, webSocketMessages, host } = subject.exchange;
  const [told] = openSession(recordingOf({ title: "", exchanges: [spiked(made, spike)] }), []).exchanges;
  if (told === undefined) throw new Error("nothing was recorded");
  const { request, response } = told;
  const rest = { id, file, entry, kind, startedAt, ttfb, serverAddress, servedBy, webSocketMessages };
  const hostname = `${spike}.example.com`;
  return {
    ...subject,
    exchange: { ...rest, host: { ...host, hostname, region: spike, apiId: spike }, request, response },
    refusal: refusalMessageOf(told),
    sigv4: subject.sigv4 && { ...subject.sigv4, region: spike, service: spike },
    api: { ...subject.api, id: spike, region: spike, stage: spike },
  };
}

/** All commands for a case, in the syntax of one shell. */
function commandsFor(rule: (typeof rules)[number], subject: Case, shell: Shell): readonly string[] {
  const { logs, runbook } = ownerGuidance(subject);
  const checked = applicableChecks(checks, subject).map(([, check]) => checkAdvice(check, subject));
  const advice = [rule.confirm(subject), ...rule.fix(subject), ...checked, ...logs, ...runbook];
  return [...advice, requestAsCurl(subject.exchange.request)].flatMap((each) => commandFor(each, shell) ?? []);
}

const programs = new Set(["aws", "curl", "dig", "openssl", "sudo"]);

test.each(rules.map((rule) => [rule.id, rule] as const))(
  "hostile traffic breaks out of no command of %s",
  (id, rule) => {
    for (const { exchanges, diagnose: asks = exchanges.length - 1 } of examples[id]?.mustSay ?? []) {
      const subject = caseIn(recordingOf({ title: "", exchanges }), asks);
      const made = exchanges[asks] ?? { url: "", status: 403 };
      const cases = hostile.map((spike) => hostileCase(subject, made, spike));
      const [posix, powershell] = (["bash", "powershell"] as const).map((shell) =>
        cases.flatMap((each) => commandsFor(rule, each, shell)),
      );
      const read = posixCommands("bash", posix?.join("\n") ?? "");
      expect(read).toHaveLength((posix ?? []).reduce((sum, text) => sum + linesIn(text), 0));
      expect(read.filter(([program = ""]) => !programs.has(program))).toEqual([]);
      expect(posixCommands("dash", posix?.join("\n") ?? "")).toEqual(read);
      expect(powershellCommands(powershell?.join("\n") ?? "")).toEqual(read);
    }
  },
);

/** Counts the lines of a text, without continued lines. */
function linesIn(text: string): number {
  return text.split("\n").filter((line) => !line.endsWith(" \\")).length;
}
