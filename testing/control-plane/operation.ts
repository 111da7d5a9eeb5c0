import type { ControlledAccount } from "./controlled-account.ts";

/** What an operation gets: the names in its path, its query, and its body. */
export interface OperationCall {
  readonly account: ControlledAccount;
  /** A part of the path by its name in the template, decoded. */
  part(name: string): string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One operation of the service: its verb, its path with {names}, and what it does. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  run(call: OperationCall): unknown;
}

/** A change of one value, as `--patch-operations` has it. */
export interface Patch {
  readonly op: "add" | "replace" | "remove";
  readonly path: string;
  readonly value: string;
}

/** The changes in the body of a PATCH of version 1. */
export function patches({ body }: OperationCall): readonly Patch[] {
  return (body["patchOperations"] ?? []) as readonly Patch[];
}

/** A text of the body; empty where it is left out. */
export function textIn({ body }: OperationCall, name: string): string {
  const value = body[name];
  return typeof value === "string" ? value : "";
}

/** Names with texts in the body, such as response parameters. */
export function textsIn({ body }: OperationCall, name: string): Readonly<Record<string, string>> {
  return (body[name] ?? {}) as Readonly<Record<string, string>>;
}
