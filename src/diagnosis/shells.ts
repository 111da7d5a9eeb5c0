import type { Advice } from "./diagnosis.ts";

/** The shells that commands are written for. */
export const shells = ["bash", "powershell"] as const;

export type Shell = (typeof shells)[number];

/** The commands of an advice for one shell; null where it has none. */
export function commandFor({ command, powershell }: Advice, shell: Shell): string | null {
  return shell === "powershell" ? (powershell ?? command) : command;
}
