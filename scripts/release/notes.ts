import { readFileSync } from "node:fs";
import { sectionOf } from "./changelog.ts";

/** `npm run --silent release-notes -- 1.2.3`: prints what CHANGELOG.md says of a version, or fails where it says nothing. */
const [version = ""] = process.argv.slice(2);
const notes = sectionOf(readFileSync("CHANGELOG.md", "utf8"), version);
if (notes === null) {
  process.stderr.write(`CHANGELOG.md has no version "${version}".\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${notes}\n`);
}
