import type { CompatStatement, Identifier, SimpleSupportStatement } from "@mdn/browser-compat-data";

/** A browser and the first version of it that the extension promises to run in. */
export interface Minimum {
  readonly browser: "chrome" | "edge" | "firefox";
  readonly version: number;
}

/** Something that browsers have since some version. Where code leaves open whose it is, it has several entries. */
export interface Feature {
  readonly name: string;
  /** Entries of MDN's browser-compat-data. */
  readonly entries: readonly Identifier[];
}

/** The names of the features of which a browser of that version has no entry, each once. */
export function missingIn(minimum: Minimum, features: readonly Feature[]): readonly string[] {
  const missing = features.filter(({ entries }) => !entries.some(({ __compat }) => isIn(minimum, __compat)));
  return [...new Set(missing.map(({ name }) => name))];
}

function isIn({ browser, version }: Minimum, compat: CompatStatement | undefined): boolean {
  if (compat === undefined) return true;
  const statements = [compat.support[browser] ?? []].flat();
  return statements.some((each) => isPlain(each) && covers(each, version));
}

/** Neither behind a flag nor under another name. */
function isPlain({ flags, prefix, alternative_name }: SimpleSupportStatement): boolean {
  return flags === undefined && prefix === undefined && alternative_name === undefined;
}

function covers({ version_added, version_removed }: SimpleSupportStatement, version: number): boolean {
  return numberOf(version_added) <= version && numberOf(version_removed) > version;
}

/** Old versions may be given as `≤37`. What is not there yet, or not gone yet, is so in no version. */
function numberOf(version: unknown): number {
  const parsed = typeof version === "string" ? Number.parseInt(version.replace("≤", ""), 10) : Number.NaN;
  return Number.isNaN(parsed) ? Number.POSITIVE_INFINITY : parsed;
}

/** What the data say under a name, as a list of one or none. */
export function under(entry: Identifier | undefined, name: string): readonly Identifier[] {
  return entry !== undefined && Object.hasOwn(entry, name) ? [entry[name] as Identifier] : [];
}
