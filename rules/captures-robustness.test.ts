import { describe } from "vitest";
import { capturesFolder, readCaptures } from "../scripts/evaluation/captures.ts";
import { testRobustness } from "../scripts/evaluation/robustness.ts";

const captures = await readCaptures();
if (captures === null) console.info(`Skipped: there are no captures in ${capturesFolder}`);

describe.skipIf(captures === null)("captures", () => testRobustness(captures?.recordings ?? []));
