/**
 * The bytes of a source break off because its container is damaged or unpacks to too much. The message is a clause
 * about the file, as "is cut off or damaged". What was read before it stands.
 */
export class ContainerError extends Error {
  override readonly name = "ContainerError";
}
