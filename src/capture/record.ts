/**
 * A kind of record that a capture can hold beside exchanges, such as the lines of a log. Reader and clues share the
 * constant.
 */
export interface RecordKind<T> {
  readonly id: string;
  /** Carries the type of the values; never set. */
  readonly valueType?: T;
}

/** One record with its place: the position among the records of its kind in a file, from 0. */
export interface SourceRecord<T> {
  readonly kind: RecordKind<T>;
  readonly file: string;
  readonly position: number;
  readonly value: T;
}
