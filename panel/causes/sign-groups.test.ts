import { expect, test } from "vitest";
import { signGroups } from "./sign-groups.ts";

test("signs are grouped by what they do, the weightiest first, slight ones left out", () => {
  const groups = signGroups([
    { clue: "says-forbidden", words: ["the answer says `Forbidden`", "it says something else"], yes: 0.3, no: "never" },
    { clue: "other-stage-works", words: ["another stage works"], yes: 3, no: 0 },
    { clue: "sends-api-key", words: ["a key is sent", "no key is sent"], yes: -1, no: 0.8 },
    { clue: "is-websocket", words: ["it is a WebSocket"], yes: "never", no: 0 },
    { clue: "names-stage", words: ["the answer names the stage"], yes: "proof", no: 0 },
  ]);
  expect(groups).toEqual([
    { effect: "proves", signs: ["the answer names the stage"] },
    { effect: "needs", signs: ["the answer says `Forbidden`"] },
    { effect: "for", signs: ["another stage works", "no key is sent"] },
    { effect: "against", signs: ["a key is sent"] },
    { effect: "excludes", signs: ["it is a WebSocket"] },
  ]);
});
