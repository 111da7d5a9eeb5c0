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
import { plural } from "../../reports/percent.ts";
import { withProbes } from "../../reports/probe-results.ts";
import { summaryOf } from "../../reports/report.ts";
import { plainStyle, type Style } from "../../reports/style.ts";
import { UsageError } from "../arguments.ts";
import { exitCodes } from "../exit-codes.ts";
import type { AskCommand } from "./arguments.ts";
import { askAll } from "./ask-all.ts";
import type { Conversation } from "./conversation.ts";
import { type ChosenRequest, chosenRequest } from "./refused-request.ts";
import { AskWords, limits } from "./texts.ts";

/** What asking needs of its surroundings. */
export interface AskProgram {
  readonly knowledge: Knowledge;
  readonly style: Style;
  readonly conversation: Conversation;
  /** Takes what was asked for: the plan, or what the requests told. */
  print(text: string): void;
  send(request: SafeRequest): Promise<HarEntry>;
  pause(milliseconds: number): Promise<void>;
}

/** How many questions deep a plan looks. */
const planDepth = 3;

/** Does what was asked for, and resolves to the exit code. Throws `UsageError` where that makes no sense. */
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
  const about = new About(command, program, refused);
  if (run) return (await about.ask()) ? exitCodes.done : exitCodes.unreadable;
  about.showPlan();
  return exitCodes.done;
}

/** One refusal that is asked about. */
class About {
  readonly #command: AskCommand;
  readonly #program: AskProgram;
  readonly #refused: ChosenRequest;
  readonly #explained: Explained;
  readonly #start: Investigation;
  readonly #allowed: SendPolicy;
  readonly #words: AskWords;
  readonly #numbered = placeholderNumbers();

  constructor(command: AskCommand, program: AskProgram, refused: ChosenRequest) {
    const { subject, session } = refused;
    this.#command = command;
    this.#program = program;
    this.#refused = refused;
    this.#explained = explain(subject, session, program.knowledge);
    this.#start = investigate(subject, session, program.knowledge);
    this.#allowed = { credentials: command.credentials, namesClient: true };
    this.#words = new AskWords(program.knowledge.rules, command.shell, program.style);
  }

  showPlan(): void {
    const plan = planOf(this.#start, this.#allowed, planDepth);
    const { file, entry } = this.#refused.subject.exchange;
    if (this.#command.format === json) {
      this.#print(`${escapedJson({ format: "api-gateway-403-plan", version: 1, file, entry, plan }, 2)}\n`);
      return;
    }
    const lines = [this.#head, ...this.#words.plan(plan), ...(plan.next === null ? this.#noQuestion(this.#start) : [])];
    this.#print(`${[...lines, "", this.#limits].join("\n")}\n`);
  }

  /** Makes the requests; resolves to false where one got no answer. */
  async ask(): Promise<boolean> {
    this.#say([this.#head, this.#limits]);
    let isAnswered = true;
    const end = await askAll(this.#start, this.#allowed, {
      mayAsk: (asking) => this.#mayAsk(asking),
      send: (request) => this.#program.send(request),
      pause: () => this.#program.pause(pauseBetween),
      tell: (asking, failure) => {
        isAnswered = failure === null;
        this.#tell(asking, failure);
      },
    });
    this.#print(await this.#outcome(end));
    return isAnswered;
  }

  async #mayAsk(asking: Investigation): Promise<boolean> {
    this.#say(["", ...this.#words.plan(planOf(asking, this.#allowed, 1))]);
    return this.#command.yes || this.#program.conversation.confirm("  Send this request?");
  }

  #tell({ made }: Investigation, failure: string | null): void {
    const last = made.at(-1);
    if (last === undefined) return;
    this.#say(failure === null ? this.#words.made(last) : this.#words.advice("failed", { ...last, says: failure }));
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
      ...this.#words.plan(plan),
      ...(verdict?.confidence === "ambiguous" ? this.#noQuestion(end) : []),
      ...(verdict === null ? [] : verdict.cause.fix(end.subject)).flatMap((each) => this.#words.advice("fix", each)),
    ];
    return `${lines.join("\n")}\n`;
  }

  /** Why nothing more is asked, and what there is instead. */
  #noQuestion(asking: Investigation): readonly string[] {
    const verdict = verdictOf(asking);
    if (verdict === null) return ["No rule could say anything about this request."];
    const says = this.#whyNoQuestion(asking);
    return [
      ...this.#words.advice("", { says, command: null }),
      ...this.#words.advice("confirm", verdict.cause.confirm(asking.subject)),
    ];
  }

  #whyNoQuestion(asking: Investigation): string {
    if (verdictOf(asking)?.confidence === "certain") return "The cause is certain: there is nothing to ask.";
    if (asking.made.length >= mostRequests) return `${mostRequests} requests were made, and no more are.`;
    const withCredentials: Plan = planOf(asking, { ...this.#allowed, credentials: true }, 1);
    if (withCredentials.next === null) return "No harmless request that may be sent is worth asking.";
    return `With --with-credentials it could ask more: ${withCredentials.next.says}`;
  }

  get #head(): string {
    return this.#words.head(this.#refused.subject.exchange);
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
