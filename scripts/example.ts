import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleHar } from "./example-har.ts";

/** `npm run example`: writes the recording that the panel shows to those who have none yet. */
const path = join(import.meta.dirname, "../panel/example.har");

writeFileSync(path, exampleHar());
process.stdout.write("Wrote panel/example.har.\n");
