import { describe } from "vitest";
import { readCaptures } from "../scripts/evaluation/captures.ts";
import { testRobustness } from "../scripts/evaluation/robustness.ts";

const captures = await readCaptures();

describe.skipIf(captures === null)("captures", () => testRobustness(captures?.recordings ?? []));
