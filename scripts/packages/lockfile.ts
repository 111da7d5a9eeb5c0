/** What npm's lock file says of a package; https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export interface LockedPackage {
  /** Under which other name than its own folder's it was published. */
  readonly name?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  /** Whether installing it runs a program of its own. */
  readonly hasInstallScript?: boolean;
}

/** All of npm's registry; without an address npm asks the registry that it is set up with, and compares the hash. */
const registry = "https://registry.npmjs.org/";

/** Its program only checks that its binary, which the lock file has as a package of its own, starts; it may be skipped. */
const mayRun = "node_modules/esbuild";

/** What installing would take from elsewhere, unchecked, under another name, or run; empty where nothing. */
export function strangeIn(packages: Readonly<Record<string, LockedPackage>>): readonly string[] {
  return Object.entries(packages).flatMap(([path, locked]) => {
    if (path === "") return [];
    return strangenessOf(path, locked).map((why) => `${path} ${why}`);
  });
}

function strangenessOf(
  path: string,
  { name, resolved, integrity, hasInstallScript }: LockedPackage,
): readonly string[] {
  return [
    ...(integrity?.startsWith("sha512-") ? [] : ["has no SHA-512"]),
    ...(resolved === undefined || resolved.startsWith(registry) ? [] : [`comes from ${resolved}`]),
    ...(name === undefined ? [] : [`is ${name}`]),
    ...(hasInstallScript && path !== mayRun ? ["runs a program when it is installed"] : []),
  ];
}
