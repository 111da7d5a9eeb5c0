import { expect, test } from "vitest";
import { reliabilityByBand } from "./calibration.ts";
import type { Verdict } from "./verdict.ts";

function verdict(cause: string, said: readonly (readonly [cause: string, probability: number])[]): Verdict {
  const label = {
    place: "made #0",
    entry: 0,
    cause,
    accept: [],
    isNot: null,
    apiGateway: true,
    ambiguous: null,
    strength: "example",
    real: false,
  } as const;
  const ranking = said.map(([each, probability]) => ({ cause: each, probability }));
  const right = ranking[0]?.cause === cause;
  const answer = { entry: 0, ranking, confidence: "likely", apiGateway: true, blocks: [] } as const;
  return { label, said: answer, right, exact: right, inTopThree: right };
}

const sure = verdict("waf-blocked-apigw", [["waf-blocked-apigw", 0.95]]);
const wrong = verdict("api-key-missing", [["waf-blocked-apigw", 0.92]]);
const likely = verdict("api-key-missing", [["api-key-missing", 0.9]]);
const open = verdict("rest-route-not-found", [["rest-route-not-found", 0.59]]);

test("counts what was said in each band, and what of it was right", () => {
  const [high, middle] = reliabilityByBand([sure, wrong, likely, open, verdict("alb-403", [])]);
  expect(high).toMatchObject({ said: 3, right: 2 });
  expect(middle).toMatchObject({ said: 0, right: 0 });
});

test("a family is calibrated on the others: where those are bolder than right, it is said more softly", () => {
  const boldElsewhere = Array.from({ length: 20 }, (_, index) =>
    verdict(index % 2 === 0 ? "alb-403" : "s3-access-denied", [
      ["alb-403", 0.95],
      ["s3-access-denied", 0.05],
    ]),
  );
  const own = verdict("waf-blocked-apigw", [
    ["waf-blocked-apigw", 0.95],
    ["api-key-missing", 0.05],
  ]);
  const [high, middle] = reliabilityByBand([...boldElsewhere, own]);
  expect(high).toMatchObject({ said: 21, right: 11, heldOut: { said: expect.any(Number) } });
  expect(high?.heldOut.said).toBe(20);
  expect(middle?.heldOut).toEqual({ said: 1, right: 1 });
});
