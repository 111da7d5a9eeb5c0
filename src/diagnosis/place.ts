/** An entry of a file, by its index in `log.entries`. */
export interface Place {
  readonly file: string;
  readonly entry: number;
}

/** A key for the entry at a place, stable while a recording grows: of its exchange, its diagnosis and its row. */
export function keyOf({ file, entry }: Place): string {
  return `${entry} ${file}`;
}

/** A record of another kind than exchanges, by its position among the records of its kind in the file. */
interface RecordPlace {
  readonly file: string;
  /** The id of its kind. */
  readonly kind: string;
  readonly position: number;
}

/** The item of a capture that shows something. */
export type SourcePlace = Place | RecordPlace;

/** Whether the item is an exchange, which lists of requests show. */
export function isEntry(place: SourcePlace): place is Place {
  return "entry" in place;
}
