import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { test } from "vitest";
import { damage } from "./damaged.ts";
import { exampleHars } from "./example-hars.ts";
import { holdReadingTo } from "./reading-promises.ts";

/** Files of real producers. Their licences differ, so that they are no part of this repository. */
const collection = join(import.meta.dirname, "../../shared/har");

const real = existsSync(collection)
  ? readdirSync(collection)
      .filter((name) => name.endsWith(".har"))
      .map((name) => readFileSync(join(collection, name)))
      .filter(({ length }) => length < 60_000)
  : [];

const file = fc.constantFrom(...exampleHars(), ...real);

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
  for (const whole of [...exampleHars(), ...real]) await holdReadingTo(whole, 997);
});
