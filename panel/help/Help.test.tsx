import { expect, test } from "vitest";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { panelKeys } from "../keys/panel-keys.ts";
import type { Store } from "../store/store.ts";
import { Help } from "./Help.tsx";

const fill = ({ dialog }: Store) => {
  dialog.value = "help";
};

test("names every key of the panel", async () => {
  const { text } = await renderInPanel(<Help />, { fill });
  for (const { does } of Object.values(panelKeys)) expect(text()).toContain(does);
});

test("says what this browser keeps to itself, where the panel watches a page", async () => {
  const limits = { filtered: null, left: "It holds back what was still arriving.", stopped: null, reveal: null };
  const { text } = await renderInPanel(<Help />, { fill, surroundings: { limits } });
  expect(text()).toContain("What this browser keeps to itselfIt holds back what was still arriving.");
  const tab = await renderInPanel(<Help />, { fill, surroundings: { limits, watching: false } });
  expect(tab.text()).not.toContain("It holds back");
});
