/** A script that a built page loads. */
export interface PageScript {
  /** Its path in the build, from the root: "assets/panel-D2Lo.js". */
  readonly path: string;
  readonly text: string;
  /** Whether the page loads it only when it is needed. */
  readonly later: boolean;
}

// As Vite writes them: the page names its scripts by absolute path, and they each other by relative ones.
const inPage = /<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.js)"/g;
const atOnce = /(?:from|import)\s*["']\.\/([^"'`]+\.js)["']/g;
const whenNeeded = /import\(\s*["'`]\.\/([^"'`]+\.js)["'`]\s*\)/g;

/**
 * Every script of a built page, those that it loads at once first; scripts of Workers are not among them.
 * @param html the page
 * @param read gives the text of a file of the build by its path
 */
export function pageScripts(html: string, read: (path: string) => string): readonly PageScript[] {
  const scripts = new Map<string, PageScript>();
  const add = (path: string, later: boolean) => {
    if (scripts.has(path)) return;
    const text = read(path);
    scripts.set(path, { path, text, later });
    for (const name of namesIn(text, atOnce)) add(beside(path, name), later);
  };
  for (const path of namesIn(html, inPage)) add(path, false);
  // What is found on the way is looked through in its turn.
  for (const { path, text } of scripts.values()) {
    for (const name of namesIn(text, whenNeeded)) add(beside(path, name), true);
  }
  return [...scripts.values()];
}

function namesIn(text: string, form: RegExp): readonly string[] {
  return [...text.matchAll(form)].flatMap(([, name]) => name ?? []);
}

function beside(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1) + name;
}
