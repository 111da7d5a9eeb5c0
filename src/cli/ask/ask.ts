import type { HarEntry } from "../../capture/entry.ts";
import { type Explained, explain } from "../../diagnosis/diagnose.ts";
import { findingsOf } from "../../diagnosis/findings.ts";
import type { Knowledge } from "../../diagnosis/knowledge.ts";
import { placeholderNumbers } from "../../privacy/placeholder.ts";
import { type Investigation, investigate, mostRequests, pauseBetween, verdictOf } from "../../probes/investigation.ts";
import { type Plan, planOf } from "../../probes/plan.ts";
import type { SafeRequest, SendPolicy } from "../../probes/safe-request.ts";
import { escapedJson } from "../../reports/escape-controls.ts";
import { json } from "../../reports/formats/json.ts";
import { text } from "../../reports/formats/text.ts";
import { partsOf } from "../../reports/open-report.ts";
import { plural } from "../../reports/plural.ts";
import { withProbes } from "../../reports/probe-results.ts";
import { summaryOf } from "../../reports/report.ts";
import { plainStyle, type Style } from "../../reports/style.ts";
import { UsageError } from "../arguments.ts";
import { exitCodes } from "../exit-codes.ts";
import type { AskCommand } from "./arguments.ts";
import type { Conversation } from "./conversation.ts";
import { type ChosenRequest, chosenRequest } from "./refused-request.ts";
import { sendProbes } from "./send-probes.ts";
import { limits, ProbeTexts } from "./texts.ts";

/** The surroundings of `ask`. */
export interface AskProgram {
  readonly knowledge: Knowledge;
  readonly style: Style;
  readonly conversation: Conversation;
  /** Prints the result: the plan, or the report of what the probes found. */
  print(text: string): void;
  send(request: SafeRequest): Promise<HarEntry>;
  pause(milliseconds: number): Promise<void>;
}

/** How many probes deep a plan looks. */
const planDepth = 3;

/** Runs the command and resolves to the exit code. Throws `UsageError` where the command makes no sense. */
export async function runAsk(command: AskCommand, program: AskProgram): Promise<number> {
  const { run, yes, file } = command;
  if (run && !yes && !program.conversation.isPossible) {
    throw new UsageError("There is no terminal on which requests could be allowed: add --yes, or leave --run out.");
  }
  const refused = await chosenRequest(command);
  if (typeof refused === "string") {
    program.conversation.say(`${file}: ${refused}`);
    return exitCodes.unreadable;
  }
  const probes = new ProbeRun(command, program, refused);
  if (run) return (await probes.send()) ? exitCodes.done : exitCodes.unreadable;
  probes.showPlan();
  return exitCodes.done;
}

/** The probes about one refused request. */
class ProbeRun {
  readonly #command: AskCommand;
  readonly #program: AskProgram;
  readonly #refused: ChosenRequest;
  readonly #explained: Explained;
  readonly #start: Investigation;
  readonly #allowed: SendPolicy;
  readonly #texts: ProbeTexts;
  readonly #numbered = placeholderNumbers();

  constructor(command: AskCommand, program: AskProgram, refused: ChosenRequest) {
    const { subject, session } = refused;
    this.#command = command;
    this.#program = program;
    this.#refused = refused;
    this.#explained = explain(subject, session, program.knowledge);
    this.#start = investigate(subject, session, program.knowledge);
    this.#allowed = { credentials: command.credentials, namesClient: true };
    this.#texts = new ProbeTexts(program.knowledge.rules, command.shell, program.style);
  }

  showPlan(): void {
    const plan = planOf(this.#start, this.#allowed, planDepth);
    const { file, entry } = this.#refused.subject.exchange;
    if (this.#command.format === json) {
      this.#print(`${escapedJson({ format: "api-gateway-403-plan", version: 1, file, entry, plan }, 2)}\n`);
      return;
    }
    const lines = [this.#head, ...this.#texts.plan(plan), ...(plan.next === null ? this.#noProbe(this.#start) : [])];
    this.#print(`${[...lines, "", this.#limits].join("\n")}\n`);
  }

  /** Sends the probes; resolves to false where one got no response. */
  async send(): Promise<boolean> {
    this.#say([this.#head, this.#limits]);
    let hasResponse = true;
    const end = await sendProbes(this.#start, this.#allowed, {
      maySend: (investigation) => this.#maySend(investigation),
      send: (request) => this.#program.send(request),
      pause: () => this.#program.pause(pauseBetween),
      report: (investigation, failure) => {
        hasResponse = failure === null;
        this.#report(investigation, failure);
      },
    });
    this.#print(await this.#outcome(end));
    return hasResponse;
  }

  async #maySend(investigation: Investigation): Promise<boolean> {
    this.#say(["", ...this.#texts.plan(planOf(investigation, this.#allowed, 1))]);
    return this.#command.yes || this.#program.conversation.confirm("  Send this request?");
  }

  #report({ made }: Investigation, failure: string | null): void {
    const last = made.at(-1);
    if (last === undefined) return;
    this.#say(failure === null ? this.#texts.made(last) : this.#texts.advice("failed", { ...last, says: failure }));
  }

  async #outcome(end: Investigation): Promise<string> {
    const { format, shell, apiHosts } = this.#command;
    if (format === text) return this.#conclusion(end);
    const { subject, session, sources } = this.#refused;
    const { explanation, failures } = this.#explained;
    const explanations = explanation === null ? [] : [withProbes(explanation, end.made)];
    const findings = findingsOf([{ subject, explanation }]);
    const writer = format.writer({
      knowledge: this.#program.knowledge,
      version: null,
      apiHosts,
      shell,
      logs: false,
      style: plainStyle,
      unmasked: false,
      hidePeople: false,
    });
    const parts = partsOf(writer, {
      summary: summaryOf({ sources, explanations, findings, failures }),
      explanations,
      recorded: [],
      exchangeAt: () => session.exchanges.find(({ id }) => id === subject.exchange.id),
      original: null,
    });
    let document = "";
    for await (const part of parts) document += part;
    return document;
  }

  #conclusion(end: Investigation): string {
    const verdict = verdictOf(end);
    const plan = planOf(end, this.#allowed, 0);
    const lines = [
      `After ${plural(end.made.length, "request")}:`,
      ...this.#texts.plan(plan),
      ...(verdict?.confidence === "ambiguous" ? this.#noProbe(end) : []),
      ...(verdict === null ? [] : verdict.cause.fix(end.subject)).flatMap((each) => this.#texts.advice("fix", each)),
    ];
    return `${lines.join("\n")}\n`;
  }

  /** Says why there is no further probe, and how the owner confirms the cause. */
  #noProbe(investigation: Investigation): readonly string[] {
    const verdict = verdictOf(investigation);
    if (verdict === null) return ["No rule could say anything about this request."];
    const says = this.#whyNoProbe(investigation);
    return [
      ...this.#texts.advice("", { says, command: null }),
      ...this.#texts.advice("confirm", verdict.cause.confirm(investigation.subject)),
    ];
  }

  #whyNoProbe(investigation: Investigation): string {
    if (verdictOf(investigation)?.confidence === "certain") return "The cause is certain: there is nothing to ask.";
    if (investigation.made.length >= mostRequests) return `${mostRequests} requests were made, and no more are.`;
    const withCredentials: Plan = planOf(investigation, { ...this.#allowed, credentials: true }, 1);
    if (withCredentials.next === null) return "No harmless request that may be sent is worth asking.";
    return `With --with-credentials it could ask more: ${withCredentials.next.says}`;
  }

  get #head(): string {
    return this.#texts.head(this.#refused.subject.exchange);
  }

  get #limits(): string {
    return limits(this.#refused.subject.exchange.host.hostname, this.#command.credentials);
  }

  #say(lines: readonly string[]): void {
    this.#program.conversation.say(this.#numbered(lines.join("\n")));
  }

  #print(text: string): void {
    this.#program.print(this.#numbered(text));
  }
}
