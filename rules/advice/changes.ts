import type { CommandTexts } from "../../src/commands/command.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";

/** Advice whose command changes what the account has. */
export function change(says: string, command: CommandTexts): Advice {
  return { says, ...command, changes: true };
}

/** A change that publishes something, or lets more callers in. `opens` is a sentence that says what or whom. */
export function opening(says: string, opens: string, command: CommandTexts): Advice {
  return { ...change(`${says} ${opens}`, command), opens };
}
