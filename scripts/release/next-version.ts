/** Browsers take nothing but numbers for an extension's version, so there are no pre-releases. */
const versionForm = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;

/**
 * The version to release: `patch`, `minor` and `major` count on from the current one, else it is named. Throws where
 * it is no version, is older than the current one, or has a tag already.
 */
export function nextVersion(current: string, asked: string, tags: readonly string[]): string {
  const version = counted(current, asked);
  if (compare(version, current) < 0) throw new Error(`${version} is older than ${current}, which stores refuse.`);
  if (tags.includes(`v${version}`)) throw new Error(`The version ${version} exists: it has the tag v${version}.`);
  return version;
}

function counted(current: string, asked: string): string {
  const [major, minor, patch] = numbersOf(current);
  if (asked === "major") return `${major + 1}.0.0`;
  if (asked === "minor") return `${major}.${minor + 1}.0`;
  if (asked === "patch") return `${major}.${minor}.${patch + 1}`;
  return numbersOf(asked).join(".");
}

function compare(one: string, other: string): number {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function numbersOf(version: string): [number, number, number] {
  const found = versionForm.exec(version);
  if (found === null)
    throw new Error(`"${version}" is no version: three numbers such as 1.2.3, or patch, minor, major.`);
  return [Number(found[1]), Number(found[2]), Number(found[3])];
}
