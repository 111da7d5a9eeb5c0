import { build, type Plugin } from "vite";

/**
 * Builds the extension with another text in one of the files that its Worker is made of.
 * @param file the end of the file's path
 * @param outDir where the extension is written
 */
export async function buildChanged(file: string, change: (code: string) => string, outDir: string): Promise<void> {
  const changing: Plugin = {
    name: "changing",
    enforce: "pre",
    transform: (code, path) => (path.endsWith(file) ? change(code) : null),
  };
  await build({ logLevel: "error", build: { outDir }, worker: { plugins: () => [changing] } });
}
