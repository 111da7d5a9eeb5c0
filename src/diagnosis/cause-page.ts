import type { Case } from "./case.ts";
import type { Advice, Link } from "./diagnosis.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Rule, Weighed, Weight } from "./rule.ts";
import { type SimilarCause, similarCauses } from "./similar-causes.ts";

/** A cause in a list of all. */
export interface CauseName {
  readonly id: string;
  readonly title: string;
  /** Where it refuses: the label of a step, or "Elsewhere". */
  readonly step: string;
  readonly apiGateway: boolean;
}

/** A cause without a refused request. Its commands are filled in for an example. */
export interface CausePage extends CauseName {
  readonly who: string;
  readonly means: string;
  readonly confirm: Advice;
  readonly fix: readonly Advice[];
  readonly signs: readonly Sign[];
  readonly confusedWith: readonly SimilarCause[];
  readonly links: readonly Link[];
}

/** The weights of a clue for the cause, where it holds and where it does not. */
export interface Sign {
  readonly clue: string;
  /** The clue's words where it holds. */
  readonly holds: string;
  /** The clue's words where it does not hold; null where it has none. */
  readonly fails: string | null;
  readonly yes: Weight;
  readonly no: Weight;
}

/** The page of a cause. Its commands are for `subject`, which may have another cause. */
export function causePage(rule: Rule, knowledge: Knowledge, subject: Case): CausePage {
  return {
    ...causeName(rule, knowledge),
    who: rule.who,
    means: rule.means,
    confirm: rule.confirm(subject),
    fix: rule.fix(subject),
    signs: rule.clues.map(signOf),
    confusedWith: similarCauses(rule, knowledge.rules),
    links: rule.links,
  };
}

function signOf({ clue: { id, holds, fails }, yes, no }: Weighed): Sign {
  return { clue: id, holds, fails: fails ?? null, yes, no };
}

/** Every cause, in the order of the steps that refuse, those outside of it last. */
export function causeNames(knowledge: Knowledge): readonly CauseName[] {
  const steps = knowledge.order.steps.map(({ id }) => id);
  const place = ({ refusedAt }: Rule) => (steps.includes(refusedAt) ? steps.indexOf(refusedAt) : steps.length);
  return knowledge.rules
    .toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
    .map((rule) => causeName(rule, knowledge));
}

function causeName(rule: Rule, knowledge: Knowledge): CauseName {
  const { id, title, refusedAt } = rule;
  const step = knowledge.order.steps.find((each) => each.id === refusedAt)?.label ?? "Elsewhere";
  return { id, title, step, apiGateway: knowledge.isOfApi(rule) };
}
