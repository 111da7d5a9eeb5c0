/** A folder, and what its files may import beside their own folder. */
type Layers = Readonly<Record<string, readonly string[]>>;

const model = ["src/capture", "src/exchange", "src/privacy", "src/session"];
const engine = ["src/commands", "src/diagnosis", "src/probes"];

/**
 * What each folder may import. For a file counts the row with the longest path; a row allows its own folder. Tests may
 * import anything.
 */
export const layers: Layers = {
  "src/capture": [],
  "src/capture/devtools": ["src/browser", "src/capture"],
  "src/browser": ["src/capture"],
  "src/exchange": ["src/capture"],
  "src/privacy": ["src/exchange"],
  "src/signature": ["src/exchange", "src/privacy"],
  "src/session": ["src/capture", "src/exchange"],
  "src/commands": [],
  "src/diagnosis": [...model, "src/probes"],
  "src/probes": [...model, "src/commands", "src/diagnosis"],
  "src/reports": [...model, ...engine],
  "src/worker": [...model, ...engine, "src/browser", "src/reports", "src/signature"],
  "src/worker/worker.ts": ["src/worker", "rules"],
  "src/cli": [...model, ...engine, "src/reports", "package.json"],
  "src/cli/main.ts": ["src", "rules", "package.json"],
  "src/devtools": ["src/browser", "src/capture", "src/session", "src/worker"],
  rules: [...model, ...engine, "src/signature"],
  "rules/causes": ["rules/kit.ts"],
  panel: [...model, ...engine, "src/browser", "src/signature", "src/worker"],
  testing: ["src", "rules", "panel", "scripts"],
  "testing/gateway": [],
  e2e: ["testing", "manifest.json"],
  bench: ["e2e", "src", "testing"],
  scripts: ["e2e", "rules", "src", "testing", "package.json", "package-lock.json"],
};

/** Packages that belong in some folders only, with the reason. */
export const packages: readonly {
  readonly package: RegExp;
  readonly folders: readonly string[];
  readonly why: string;
}[] = [
  {
    package: /^@?preact\b/,
    folders: ["panel", "testing"],
    why: "Preact draws the panel; the rest also runs without a page",
  },
  {
    package: /^node:/,
    folders: ["src/cli", "scripts", "testing", "e2e", "bench"],
    why: "the rest also runs in the browser",
  },
  {
    package: /^webextension-polyfill$/,
    folders: ["src/browser"],
    why: "everything else reaches extension APIs through src/browser/ports.ts",
  },
];

/** Whether a path is this file, or lies in this folder. */
export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** The row of the table that counts for a file; null where no row does. */
export function rowOf(path: string): string | null {
  const rows = Object.keys(layers).filter((row) => isWithin(path, row));
  return rows.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
