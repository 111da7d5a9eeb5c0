import { expect, it } from "vitest";
import { Pairing, type Way } from "./pairing.ts";

function newOnes(arrivals: readonly Way[]): readonly Way[] {
  const pairing = new Pairing();
  return arrivals.filter((way) => pairing.isNew("GET /", way));
}

it.each<[name: string, arrivals: Way[], taken: Way[]]>([
  ["a request that comes both ways once", ["held", "live"], ["held"]],
  ["whichever way is first", ["live", "held"], ["live"]],
  ["both of two twins", ["live", "live"], ["live", "live"]],
  ["both of two twins, though each comes both ways", ["held", "held", "live", "live"], ["held", "held"]],
  ["both of two twins in any order", ["live", "held", "live", "held"], ["live", "live"]],
  ["the twin that one way alone brings", ["held", "live", "live"], ["held", "live"]],
])("takes %s", (_, arrivals, taken) => {
  expect(newOnes(arrivals)).toEqual(taken);
});

it("still knows what was held once all of it has come, and takes every other request", () => {
  const pairing = new Pairing();
  pairing.isNew("GET /", "held");
  pairing.completeHeld();
  expect([1, 2, 3].map(() => pairing.isNew("GET /", "live"))).toEqual([false, true, true]);
});
