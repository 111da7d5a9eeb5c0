import { expect, test } from "vitest";
import { signGroups } from "./sign-groups.ts";

test("signs are grouped by what they do, the weightiest first, slight ones left out", () => {
  const groups = signGroups([
    { clue: "says-forbidden", yes: 0.3, no: "never" },
    { clue: "other-stage-works", yes: 3, no: 0 },
    { clue: "sends-api-key", yes: -1, no: 0.8 },
    { clue: "is-websocket", yes: "never", no: 0 },
    { clue: "names-stage", yes: "proof", no: 0 },
  ]);
  expect(groups).toEqual([
    { effect: "proves", signs: ["names stage"] },
    { effect: "needs", signs: ["says forbidden"] },
    { effect: "for", signs: ["other stage works", "not: sends api key"] },
    { effect: "against", signs: ["sends api key"] },
    { effect: "excludes", signs: ["is websocket"] },
  ]);
});
