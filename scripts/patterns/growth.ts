import type { HostileText } from "./hostile-texts.ts";
import type { Pattern } from "./patterns.ts";
import { StepCounter } from "./steps.ts";

/** Characters of the texts. What seems slow on the shorter ones may only not have reached the end of a bounded repetition. */
const lengths = [1024, 4096] as const;

/** How much shorter the text is that each is compared with. */
const part = 1 / 4;

/** Steps for each character that the longer text may always take, whatever the shorter one takes. */
const negligible = 12;

/** Steps for each character that no text may take. */
const most = 1000;

/** Four times the text takes four times the steps where they grow evenly, sixteen times where they grow squared. */
const mostGrowth = 8;

/** What no pattern of ours goes on over, so that the whole may fail to fit. */
const ending = "\n\u0001\n";

/** The text on which the steps of the pattern grow faster than the text; null where there is none. */
export function slowOn(pattern: Pattern, texts: Iterable<HostileText>): HostileText | null {
  const counter = new StepCounter(pattern);
  for (const text of texts) if (lengths.every((length) => growsFast(counter, text, length))) return text;
  return null;
}

function growsFast(counter: StepCounter, text: HostileText, length: number): boolean {
  const steps = counter.count(textOf(text, length), most * length);
  if (steps < negligible * length) return false;
  return steps >= most * length || steps > mostGrowth * counter.count(textOf(text, length * part), most * length);
}

function textOf({ before, repeated }: HostileText, length: number): string {
  return `${before}${repeated.repeat(Math.ceil(length / repeated.length))}${ending}`;
}
