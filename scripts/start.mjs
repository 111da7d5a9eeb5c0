import { ensureBrowser, ensurePackages, run, stop } from "./set-up.mjs";

// The whole product on real refusals: packages, browser, build, then the demo.
ensurePackages();
await ensureBrowser();
if (!run("npx", "vite", "build", "--logLevel", "error")) stop("The build failed; see above.");
process.exitCode = run("npx", "tsx", "e2e/demo.ts") ? 0 : 1;
