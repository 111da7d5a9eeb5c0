/**
 * A file cannot be read further: its archive is damaged, or it unpacks to too much. The message is a clause about the
 * file, such as "is cut off or damaged". What was read before stays.
 */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}
