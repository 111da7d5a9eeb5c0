/** A line that is drawn. */
export interface DrawnLine {
  /** Its place among all lines, from 0. */
  readonly index: number;
  /** The row of the document that shows it. */
  readonly slot: number;
}

/**
 * The indexes of the drawn lines: always as many as there are rows, since a row that comes and goes is drawn anew each
 * time.
 * @param first index of the first that is wanted
 * @param count how many lines there are
 */
export function indexesFrom(first: number, rows: number, count: number): number[] {
  const start = Math.max(0, Math.min(first, count - rows));
  return Array.from({ length: Math.min(rows, count) }, (_, index) => start + index);
}

/** The row that shows a line. A line keeps its row; rows that leave at one end show what comes at the other. */
export function slotOf(index: number, rows: number): number {
  return index % rows;
}

/**
 * The lines in the order of their rows in the document.
 * @param indexes of the lines, one after the other
 * @param firstSlot the row that stands first
 */
export function drawnLines(indexes: readonly number[], rows: number, firstSlot: number): readonly DrawnLine[] {
  const placeOf = ({ slot }: DrawnLine) => (slot - firstSlot + rows) % rows;
  return indexes.map((index) => ({ index, slot: slotOf(index, rows) })).sort((a, b) => placeOf(a) - placeOf(b));
}
