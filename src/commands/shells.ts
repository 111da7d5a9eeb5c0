/** The shells that commands are written for. */
export const shells = ["bash", "powershell"] as const;

export type Shell = (typeof shells)[number];

interface Written<Command extends string | null> {
  /** For POSIX shells; null where an advice has no command. */
  readonly command: Command;
  readonly powershell?: string | undefined;
}

/** The command as one shell wants it written; null where there is none. */
export function commandFor<Command extends string | null>(
  { command, powershell }: Written<Command>,
  shell: Shell,
): Command | string {
  return shell === "powershell" ? (powershell ?? command) : command;
}
