import packageJson from "../../package.json" with { type: "json" };
import type { ShippedPackage } from "./shipped-packages.ts";

/**
 * A bill of materials as JSON in CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/): what of others a build holds, with
 * the hashes of the lock file. It has neither date nor serial number, which would differ from build to build.
 */
export function billOfMaterials(shipped: readonly ShippedPackage[]): string {
  const { name, version, description, license } = packageJson;
  const refs = new Map(shipped.map((each) => [each.name, purl(each)]));
  const own = component("application", { name, version, license });
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { ...own, description } },
    components: shipped.map((each) => ({ ...component("library", each), hashes: [hashOf(each.integrity)] })),
    dependencies: [
      { ref: own["bom-ref"], dependsOn: known(Object.keys(packageJson.devDependencies), refs) },
      ...shipped.map((each) => ({ ref: purl(each), dependsOn: known(each.wants, refs) })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

type Named = Pick<ShippedPackage, "name" | "version" | "license">;

function component(type: "application" | "library", named: Named) {
  const { name, version, license } = named;
  return { type, "bom-ref": purl(named), name, version, licenses: [{ expression: license }], purl: purl(named) };
}

/** https://github.com/package-url/purl-spec: the "@" of a scope is written as %40. */
function purl({ name, version }: Pick<Named, "name" | "version">): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

function hashOf(integrity: string) {
  const [, base64 = ""] = integrity.split("sha512-");
  return { alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") };
}

function known(names: readonly string[], refs: ReadonlyMap<string, string>): readonly string[] {
  return names.flatMap((name) => refs.get(name) ?? []).sort();
}
