import type { HostileText } from "./hostile-texts.ts";
import type { Pattern } from "./patterns.ts";

/** Characters of the texts. */
const shortest = 16;
const short = 512 * shortest;
const long = 4 * short;

/** Milliseconds of the processor that the longer text may always take. */
const negligible = 5;

/** Milliseconds of the processor that no text of this length may take, however its time grows. */
const most = 100;

/** How often one that seems slow is measured. */
const times = 5;

/** What no pattern of ours goes on over, so that the whole may fail to fit. */
const ending = "\n\u0001\n";

/** Four times the text takes four times as long where time grows evenly, sixteen times where it grows squared. */
const mostGrowth = 8;

/** The text on which the pattern takes long, or a time that grows faster than the text; null where it is none of them. */
export function slowOn({ source, flags }: Pattern, texts: Iterable<HostileText>): HostileText | null {
  const form = new RegExp(source, flags);
  for (const text of texts) {
    if (takesLong(form, text) || growsFast(form, text)) return text;
  }
  return null;
}

/** Asks with ever longer texts, so that it comes back soon from a pattern whose time grows by a high power. */
function takesLong(form: RegExp, text: HostileText): boolean {
  for (let length = shortest; length <= long; length *= 2) {
    const longer = textOf(text, length);
    // Once may be the collector's doing.
    if (cost(form, longer) > most && least(form, longer) > most) return true;
  }
  return false;
}

/** A pattern that is slow is slow each time; others may be, while other processes take the processor's caches. */
function growsFast(form: RegExp, text: HostileText): boolean {
  const [shortText, longText] = [textOf(text, short), textOf(text, long)];
  if (cost(form, longText) < negligible) return false;
  return Array.from({ length: times }).every(() => {
    return least(form, longText) > Math.max(negligible, mostGrowth * least(form, shortText));
  });
}

function textOf({ before, repeated }: HostileText, length: number): string {
  return `${before}${repeated.repeat(Math.ceil(length / repeated.length))}${ending}`;
}

function least(form: RegExp, text: string): number {
  return Math.min(cost(form, text), cost(form, text), cost(form, text));
}

/** Milliseconds of this process alone, however busy the machine is. */
function cost(form: RegExp, text: string): number {
  const before = process.cpuUsage();
  form.lastIndex = 0;
  text.replace(form, "");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
