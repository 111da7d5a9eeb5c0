import type { Opened } from "./open-files.ts";

/**
 * Opens files one after the other and yields those of each session: every file by itself, so that only one is held, or all
 * together.
 */
export async function* sessionsOf(
  paths: readonly string[],
  filesTogether: boolean,
  open: (path: string) => Promise<readonly Opened[]>,
): AsyncGenerator<readonly Opened[]> {
  const together: Opened[] = [];
  for (const path of paths) {
    for (const file of await open(path)) {
      if (filesTogether) together.push(file);
      else yield [file];
    }
  }
  if (filesTogether) yield together;
}
