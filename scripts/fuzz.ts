import { parseArgs } from "node:util";
import fc from "fast-check";
import { damage } from "../testing/examples/damaged-har.ts";
import { realHars } from "../testing/examples/real-hars.ts";
import { exampleHars } from "./example-hars.ts";
import { holdReadingTo } from "./reading-promises.ts";

/** Reads damaged files for as long as asked: `npm run fuzz -- --seconds 600`. A failure is told with its seed. */
const { values } = parseArgs({ options: { seconds: { type: "string", default: "30" }, seed: { type: "string" } } });

/** Resident memory that the reading of small files never needs, in megabytes. */
const mostMemory = 600;

const wholes = [...exampleHars(), ...realHars()];

const deadline = performance.now() + Number(values.seconds) * 1000;
let seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
let files = 0;
while (performance.now() < deadline) {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...wholes),
      fc.array(damage, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 5000 }),
      async (whole, damages, size) => {
        files++;
        await holdReadingTo(
          damages.reduce((bytes, each) => each(bytes), whole),
          size,
        );
      },
    ),
    { seed: seed++, numRuns: 200 },
  );
  const memory = process.memoryUsage().rss / 1e6;
  if (memory > mostMemory) throw new Error(`${memory.toFixed(0)} MB are resident after ${files} files, seed ${seed}`);
}
console.log(`${files} damaged files were read; the next seed is ${seed}`);
