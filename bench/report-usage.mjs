import { writeSync } from "node:fs";

/** Loaded before a program that is measured: tells its peak of resident memory, in kilobytes, on descriptor 3. */
process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
