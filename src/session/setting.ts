/** The declaration of a setting: everything else about it is read from here. */
export interface Setting<Value> {
  readonly initial: Value;
  /** Returns null for a stored value of another form than expected. */
  read(stored: unknown): Value | null;
  /** What it is called where it is chosen; what stands between backticks is set as code. Empty for what has no such place. */
  readonly label: string;
}

/** Declarations by the names under which values are stored. */
export type Declared = Readonly<Record<string, Setting<unknown>>>;

/** The values of declared settings. */
export type ValuesOf<Settings extends Declared> = {
  readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never;
};

/** A setting of any kind of value. */
export function setting<Value>(declaration: Setting<Value>): Setting<Value> {
  return declaration;
}

/** A setting that is on or off. */
export function flag(label: string, initial: boolean): Setting<boolean> {
  return { label, initial, read: (stored) => (typeof stored === "boolean" ? stored : null) };
}

/** A setting with a few values to choose from. */
export function choice<Option extends string>(
  label: string,
  options: readonly Option[],
  initial: Option,
): Setting<Option> {
  return { label, initial, read: (stored) => options.find((each) => each === stored) ?? null };
}

/** The values before anybody chose. */
export function initialValues<Settings extends Declared>(declared: Settings): ValuesOf<Settings> {
  return readValues(declared, undefined);
}

/** The values as far as `stored` holds any; what has another form than expected has its initial value. */
export function readValues<Settings extends Declared>(declared: Settings, stored: unknown): ValuesOf<Settings> {
  const held: Readonly<Record<string, unknown>> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  const values = Object.entries(declared).map(([name, { read, initial }]) => [name, read(held[name]) ?? initial]);
  return Object.fromEntries(values);
}
