/** An entry of a file, by its index in `log.entries`. */
export interface Place {
  readonly file: string;
  readonly entry: number;
}
