import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import lock from "../../package-lock.json" with { type: "json" };

/** A package of the registry of which a build holds some part. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it: "MIT". */
  readonly license: string;
  readonly licenseText: string;
  /** The package's hash as the lock file has it: "sha512-" and Base64. */
  readonly integrity: string;
  /** The packages that it asks for. */
  readonly wants: readonly string[];
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
}

const locked = Object.entries<Locked>(lock.packages).sort(([one], [other]) => other.length - one.length);

/**
 * The packages that modules come from, by name.
 * @param modules paths of files; those under no `node_modules`, and names that are no path, are of no package
 * @throws where a package has no licence to hand on, or is another than the lock file has
 */
export function packagesOf(modules: Iterable<string>): readonly ShippedPackage[] {
  const folders = new Set([...modules].flatMap((module) => inNodeModules.exec(module)?.[0] ?? []));
  return [...folders].map(packageIn).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A package's own folder, in the innermost `node_modules` of a path. */
const inNodeModules = /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

function packageIn(folder: string): ShippedPackage {
  const said = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license, dependencies, peerDependencies } = said;
  const [, inLock] = locked.find(([path]) => path !== "" && folder.endsWith(`/${path}`)) ?? [];
  const licenseFile = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (inLock?.integrity === undefined || inLock.version !== version) {
    throw new Error(`${name} ${version} is not what package-lock.json has`);
  }
  if (typeof license !== "string" || licenseFile === undefined) throw new Error(`${name} comes with no licence`);
  const licenseText = readFileSync(join(folder, licenseFile), "utf8").replaceAll("\r\n", "\n").trim();
  const wants = Object.keys({ ...dependencies, ...peerDependencies });
  return { name, version, license, licenseText, integrity: inLock.integrity, wants };
}
