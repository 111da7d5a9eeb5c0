import fc from "fast-check";
import { test } from "vitest";
import { damage } from "../testing/examples/damaged-har.ts";
import { realHars } from "../testing/examples/real-hars.ts";
import { exampleHars } from "./example-hars.ts";
import { holdReadingTo } from "./reading-promises.ts";

const files = [...exampleHars(), ...realHars()];
const file = fc.constantFrom(...files);

test("a damaged file is read as far as it is whole, and never makes the reader break its promises", async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.array(damage, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5000 }), hold),
    { numRuns: 300 },
  );
}, 60_000);

async function hold(whole: Uint8Array, damages: readonly ((bytes: Uint8Array) => Uint8Array)[], size: number) {
  await holdReadingTo(
    damages.reduce((bytes, each) => each(bytes), whole),
    size,
  );
}

test("whole files keep the promises too", async () => {
  for (const whole of files) await holdReadingTo(whole, 997);
});
