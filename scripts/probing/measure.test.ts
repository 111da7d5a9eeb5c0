import { describe, expect, it } from "vitest";
import { measureAsking } from "./measure.ts";
import { situations } from "./situations.ts";

/** One in all variations of what surrounds it and came before; `npm run evaluate-probes` runs all. */
const sample = situations().filter(({ name }) => / GET(?:,| https).*(?:plain|query|HTTP API)/.test(name));

describe("asking a local API Gateway", () => {
  const measured = measureAsking(sample);

  it("is tried with hundreds of definitions", () => expect(measured.situations).toBeGreaterThan(500));

  it("never makes a wrong cause certain", () => expect(measured.certainlyWrong).toBe(0));

  it("settles what harmless requests can settle, in two requests or fewer", () => {
    expect(measured.settled / measured.separable).toBeGreaterThanOrEqual(0.95);
    expect(measured.requests[Math.floor(measured.requests.length / 2)]).toBeLessThanOrEqual(2);
  });

  it("takes wrong causes for likely less often than the capture alone does", () => {
    expect(measured.likelyWrong).toBeLessThan(measured.likelyWrongBefore);
  });
});
