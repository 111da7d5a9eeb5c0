import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CheckoutCopy } from "./checkout-copy.ts";
import { tutorialSteps } from "./tutorial.ts";

const page = readFileSync(join(import.meta.dirname, "../../CONTRIBUTING.md"), "utf8");
const steps = tutorialSteps(page, "From clone to first rule in ten minutes");

describe("the tutorial of CONTRIBUTING, word for word", () => {
  let copy: CheckoutCopy;
  beforeAll(() => {
    copy = new CheckoutCopy();
  });
  afterAll(() => copy.remove());

  it.each(steps.map((step) => ["write" in step ? `write ${step.write}` : step.run, step] as const))(
    "%s",
    { timeout: 600_000 },
    (_, step) => {
      if ("write" in step) return copy.write(step.write, step.text);
      const { ended, printed } = copy.run(step.run);
      expect(ended, printed).toBe(!step.fails);
    },
  );

  it("has steps that write, run, fail at first, and leaves nothing behind", () => {
    expect(steps.filter((step) => "write" in step)).toHaveLength(2);
    expect(steps.some((step) => "run" in step && step.fails)).toBe(true);
    expect(copy.changes).toBe("");
  });
});
