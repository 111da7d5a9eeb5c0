const hues = ["red", "blue", "violet", "amber", "teal", "pink", "olive", "slate"] as const;
const shapes = ["square", "circle", "triangle", "diamond"] as const;

export type Hue = (typeof hues)[number];
export type Shape = (typeof shapes)[number];

/** The mark of a root cause. Depends on the cause's id alone, so that it is the same wherever and whenever it shows. */
export interface CauseMark {
  readonly hue: Hue;
  readonly shape: Shape;
}

/** The colour and shape that stand for `cause`. */
export function markOf(cause: string): CauseMark {
  const hash = fnv1a(cause);
  return {
    hue: hues[hash % hues.length] ?? "slate",
    shape: shapes[(hash >>> 8) % shapes.length] ?? "square",
  };
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
