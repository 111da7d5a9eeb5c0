import { expect, it } from "vitest";
import { mayRun } from "./consent.mjs";

function userWho(more: { readonly isTerminal: boolean; readonly saidYes?: boolean; readonly replies?: string }) {
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return more.replies ?? "";
  };
  return { asked, user: { isTerminal: more.isTerminal, saidYes: more.saidYes ?? false, ask } };
}

it.each([
  ["y", true],
  [" Yes ", true],
  ["", false],
  ["n", false],
  ["yellow", false],
])("a terminal is shown the command, and %j means %s", async (replies, expected) => {
  const { user, asked } = userWho({ isTerminal: true, replies });
  expect(await mayRun("sudo apt-get install -y chromium", user)).toBe(expected);
  expect(asked).toEqual([expect.stringContaining("sudo apt-get install -y chromium")]);
});

it.each([
  ["without a terminal", { isTerminal: false }],
  ["with --yes", { isTerminal: true, saidYes: true }],
])("goes on unasked %s", async (_, each) => {
  const { user, asked } = userWho(each);
  expect(await mayRun("apt-get install -y chromium", user)).toBe(true);
  expect(asked).toEqual([]);
});
