import type { Pattern } from "./patterns.ts";

/**
 * The regular expressions that a module puts together, by `new RegExp`, while it is loaded. What is put together later
 * would not be among them.
 * @param load imports the module, which must not have been loaded before
 */
export async function constructedBy(file: string, load: () => Promise<unknown>): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const Own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Own, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const made = new target(source, flags);
      found.push({ file, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = Own;
  }
  return found;
}
