import { expect, test } from "vitest";
import { detailsFor, exchangeFor } from "../../testing/panel/details.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { DiagnosisView } from "./DiagnosisView.tsx";
import { sections } from "./sections.ts";

const heads = (root: HTMLElement) => [...root.querySelectorAll("h3")].map(({ textContent }) => textContent);

test("shows the sections that apply, in the order of their list, and folds what few need", async () => {
  const details = detailsFor({
    explanation: { rivals: [{ cause: "a", title: "Another cause", probability: 0.2, says: "" }] },
    diagnosis: {
      fix: [{ says: "Add the key.", command: null }],
      whyNot: [{ cause: "b", title: "A third", probability: 0, says: "no" }],
    },
  });
  const { root } = await renderInPanel(<DiagnosisView details={details} />);
  expect(heads(root)).toEqual([
    "Could also be",
    "Fix",
    "Why not? 1 other cause ruled out or unlikely",
    "Request credentials are hidden",
  ]);
  expect(root.querySelector("summary")?.closest("details")?.open).toBe(false);
});

test("every section has an id of its own", () => {
  const ids = sections.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a request that its preflight stopped says that the preflight is explained", async () => {
  const details = detailsFor({ stopped: [exchangeFor({ key: "put" })] });
  const { text, store, change } = await renderInPanel(<DiagnosisView details={details} />);
  expect(text()).not.toContain("never left the browser");
  await change(() => {
    store.selected.value = "put";
  });
  expect(text()).toContain("The selected request never left the browser");
});
