import { readFileSync } from "node:fs";

/** What a program does that reads a capture in the usual way. */
JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
