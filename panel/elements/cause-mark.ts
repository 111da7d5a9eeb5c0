const hues = ["red", "blue", "violet", "amber", "teal", "pink", "olive", "slate"] as const;
const shapes = ["square", "circle", "triangle", "diamond"] as const;

type Hue = (typeof hues)[number];
export type Shape = (typeof shapes)[number];

/** The mark of a root cause. Causes outside API Gateway have no hue: they are drawn hollow and grey. */
export interface CauseMark {
  readonly hue: Hue | null;
  readonly shape: Shape;
}

/** The part of a cause that its mark depends on. */
export interface MarkedCause {
  readonly cause: string;
  readonly apiGateway: boolean;
}

export type CauseMarks = ReadonlyMap<string, CauseMark>;

const coloured: readonly CauseMark[] = shapes.flatMap((shape) => hues.map((hue) => ({ hue, shape })));
const hollow: readonly CauseMark[] = shapes.map((shape) => ({ hue: null, shape }));

/** The mark of a cause that is shown alone; always the same. */
export function markOf({ cause, apiGateway }: MarkedCause): CauseMark {
  const [mark] = byPreference(cause, apiGateway ? coloured : hollow);
  return mark ?? { hue: null, shape: "square" };
}

/**
 * Marks for causes that are shown together. A hue repeats only when all are used, since the timeline shows hues alone;
 * so does a mark. Each cause gets its own mark where that is free, otherwise the next free one. A mark depends only on
 * the causes before it, so that causes can be added at the end.
 */
export function marksFor(causes: readonly MarkedCause[]): CauseMarks {
  const marks = new Map<string, CauseMark>();
  for (const { cause, apiGateway } of causes) {
    if (!marks.has(cause)) marks.set(cause, leastUsed(byPreference(cause, apiGateway ? coloured : hollow), marks));
  }
  return marks;
}

function leastUsed(choices: readonly CauseMark[], marks: CauseMarks): CauseMark {
  const used = [...marks.values()];
  const uses = choices.map((mark) => {
    const sameHue = used.filter(({ hue }) => hue === mark.hue);
    const same = sameHue.filter(({ shape }) => shape === mark.shape);
    return { mark, count: sameHue.length * coloured.length + same.length };
  });
  return uses.reduce((best, each) => (each.count < best.count ? each : best)).mark;
}

/** All marks, starting at the one that the cause's id selects. */
function byPreference(cause: string, marks: readonly CauseMark[]): readonly CauseMark[] {
  const start = fnv1a(cause) % marks.length;
  return [...marks.slice(start), ...marks.slice(0, start)];
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
