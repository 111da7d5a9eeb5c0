import { expect, test } from "vitest";
import { placesOf } from "./time-scale.ts";

test("instants keep their order and proportions from one end to the other", () => {
  expect(placesOf([0, 500, 1000])).toEqual([0, 0.5, 1]);
});

test("three minutes beside a day stay apart, and equal instants stay together", () => {
  const [issued = 0, validFrom = 0, expired = 0, answered = 0] = placesOf([0, 0, 86_400_000, 86_580_000]);
  expect(validFrom).toBe(issued);
  expect(answered - expired).toBeGreaterThan(0.1);
  expect(answered).toBeCloseTo(1);
});

test("no time at all is one place", () => {
  expect(placesOf([7, 7])).toEqual([0, 0]);
  expect(placesOf([])).toEqual([]);
});
