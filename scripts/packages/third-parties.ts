import { readFileSync } from "node:fs";
import type { Plugin, Rolldown } from "vite";
import { billOfMaterials } from "./bill-of-materials.ts";
import { packagesOf, type ShippedPackage } from "./shipped-packages.ts";

/** The two halves of telling what of others a build holds: Workers are built apart, and before what starts them. */
export interface ThirdParties {
  /** For the build of Workers. */
  noteWorkers(): Plugin;
  /** For the build itself, to which it adds the licences and the bill of materials. */
  tell(): Plugin;
}

/** Follows what is bundled, not what is installed: most packages are tools, and of some only a part is used. */
export function thirdParties(): ThirdParties {
  const modules = new Set<string>();
  const note = (bundle: Rolldown.OutputBundle) => {
    for (const file of Object.values(bundle)) if (file.type === "chunk") file.moduleIds.forEach(modules.add, modules);
  };
  return {
    noteWorkers: () => ({ name: "note-third-parties", generateBundle: (_, bundle) => note(bundle) }),
    tell: () => ({
      name: "tell-third-parties",
      generateBundle(_, bundle) {
        note(bundle);
        const shipped = packagesOf(modules);
        const emit = (fileName: string, source: string) => this.emitFile({ type: "asset", fileName, source });
        emit("LICENSE.txt", readFileSync(new URL("../../LICENSE", import.meta.url), "utf8"));
        emit("THIRD-PARTIES.txt", shipped.map(notice).join("\n"));
        emit("sbom.cdx.json", billOfMaterials(shipped));
      },
    }),
  };
}

/** The licence of a package, and where its sources are, which some licences ask for. */
function notice({ name, version, license, licenseText }: ShippedPackage): string {
  const source = `https://www.npmjs.com/package/${name}/v/${version}`;
  return `${name} ${version}, ${license}\n${source}\n\n${licenseText}\n\n${"-".repeat(80)}\n`;
}
