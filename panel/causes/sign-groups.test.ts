import { expect, test } from "vitest";
import { signGroups } from "./sign-groups.ts";

test("signs are grouped by what they do, the weightiest first, slight ones left out", () => {
  const groups = signGroups([
    {
      clue: "says-forbidden",
      holds: "the response says `Forbidden`",
      fails: "it says something else",
      yes: 0.3,
      no: "never",
    },
    { clue: "other-stage-works", holds: "another stage works", fails: null, yes: 3, no: 0 },
    { clue: "sends-api-key", holds: "a key is sent", fails: "no key is sent", yes: -1, no: 0.8 },
    { clue: "is-websocket", holds: "it is a WebSocket", fails: null, yes: "never", no: 0 },
    { clue: "names-stage", holds: "the response names the stage", fails: null, yes: "proof", no: 0 },
  ]);
  expect(groups).toEqual([
    { effect: "proves", signs: ["the response names the stage"] },
    { effect: "needs", signs: ["the response says `Forbidden`"] },
    { effect: "for", signs: ["another stage works", "no key is sent"] },
    { effect: "against", signs: ["a key is sent"] },
    { effect: "excludes", signs: ["it is a WebSocket"] },
  ]);
});
