import { commandFor, type Shell } from "../../commands/shells.ts";
import type { Advice, Alternative, ProbeResult } from "../../diagnosis/diagnosis.ts";
import type { Rule } from "../../diagnosis/rule.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { redactUrl } from "../../privacy/redaction.ts";
import { mostRequests, pauseBetween } from "../../probes/investigation.ts";
import type { Plan, PlannedProbe, PlannedResult } from "../../probes/plan.ts";
import { resultSentence } from "../../probes/result-sentence.ts";
import { escapeControlLines, escapeControls } from "../../reports/escape-controls.ts";
import { percent } from "../../reports/percent.ts";
import { shiftOf } from "../../reports/probe-results.ts";
import type { Style } from "../../reports/style.ts";
import { groupBy } from "../../session/group-by.ts";

/** Most causes that a line names; the JSON document has all of them. */
const causesShown = 3;

/** Describes probes for a terminal. The texts hold no secret and no control character of the capture. */
export class ProbeTexts {
  readonly #titles: ReadonlyMap<string, string>;
  readonly #shell: Shell;
  readonly #style: Style;

  constructor(rules: readonly Rule[], shell: Shell, style: Style) {
    this.#titles = new Map(rules.map(({ id, title }) => [id, title]));
    this.#shell = shell;
    this.#style = style;
  }

  /** The line about the refused request. */
  head({ file, entry, request, response }: Exchange): string {
    const { bold, dim } = this.#style;
    const asked = escapeControls(`${response.status} ${request.method} ${redactUrl(request.url)}`);
    return `${dim(escapeControls(`${file} #${entry}`))} ${bold(asked)}`;
  }

  /** The causes now, the next probe, and the causes after each of its results. */
  plan({ causes, confidence, next }: Plan, margin = ""): readonly string[] {
    const known = this.#labelled(confidence ?? "", this.#causes(causes), margin);
    return next === null ? [known] : [known, ...this.#probe(next, margin)];
  }

  /** The result of a probe, and the causes after it. */
  made(check: ProbeResult): readonly string[] {
    return [this.#labelled("answer", resultSentence(check), ""), this.#labelled("so", shiftOf(check), "")];
  }

  /** A sentence and its command. */
  advice(label: string, advice: Advice, margin = ""): readonly string[] {
    const commands = escapeControlLines(commandFor(advice, this.#shell) ?? "").filter((line) => line !== "");
    const shown = commands.map((line) => this.#labelled("", this.#style.cyan(line), margin));
    return [this.#labelled(label, escapeControls(advice.says), margin), ...shown];
  }

  #probe(next: PlannedProbe, margin: string): readonly string[] {
    const carries = next.carries.length === 0 ? [] : [this.#labelled("carries", next.carries.join(", "), margin)];
    const answers = groupedByMeaning(next).flatMap(({ answer, probability, afterwards }) => [
      this.#labelled(percent(probability), answer, margin),
      ...this.plan(afterwards, `${margin}    `),
    ]);
    return [...this.advice("ask", next, margin), ...carries, ...answers];
  }

  #causes(causes: readonly Alternative[]): string {
    const named = causes.slice(0, causesShown).map(({ cause, probability }) => {
      return `${this.#titles.get(cause) ?? cause} ${percent(probability)}`;
    });
    const more = causes.length - named.length;
    return [...named, ...(more > 0 ? [`${more} more`] : [])].join(" · ");
  }

  #labelled(label: string, text: string, margin: string): string {
    return `${margin}  ${this.#style.dim(label.padEnd(11))}${text}`;
  }
}

/** Joins the results that lead to the same causes. */
function groupedByMeaning({ answers }: PlannedProbe): readonly PlannedResult[] {
  const groups = groupBy(answers, ({ afterwards }) => JSON.stringify(afterwards));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const alike = [first, ...others];
    const probability = alike.reduce((sum, each) => sum + each.probability, 0);
    return [{ ...first, answer: alike.map(({ answer }) => answer).join(", or "), probability }];
  });
}

/** Says which requests may be sent to the host, and what their results are worth. */
export function limits(host: string, credentials: boolean): string {
  return [
    `At most ${mostRequests} requests, one at a time, ${pauseBetween / 1000} s apart: GET, HEAD and OPTIONS to ${escapeControls(host)} alone, without body and cookies;`,
    credentials ? "a credential of the refused request only where it is said;" : "no credential;",
    "redirects are not followed. They come from this machine: rules about addresses may treat them otherwise than the refused request. No response is a proof.",
  ].join(" ");
}
