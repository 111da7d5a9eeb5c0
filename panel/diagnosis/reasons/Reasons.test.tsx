import { expect, test } from "vitest";
import type { Evidence } from "../../../src/diagnosis/diagnosis.ts";
import { rowFor } from "../../../testing/examples/row.ts";
import { detailsFor, exchangeFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { reasons } from "./Reasons.tsx";

const evidence = (own: Partial<Evidence>): Evidence => ({
  id: "a-fact",
  clue: "a-clue",
  answer: "yes",
  cause: "api-key-missing",
  weight: 1.5,
  says: "the request shows no key",
  quotes: [],
  ...own,
});

test("says of each piece of evidence whether it speaks for the cause, and how much", async () => {
  const why = [evidence({}), evidence({ weight: -0.8, says: "another key works" }), evidence({ weight: null })];
  const { root } = await renderInPanel(<reasons.View details={detailsFor({ explanation: { why } })} />);
  expect([...root.querySelectorAll("li")].map((item) => item.textContent)).toEqual([
    "For: the request shows no key+1.5",
    "Against: another key works−0.8",
    "Against: the request shows no keyrules out",
  ]);
});

test("what is quoted of the request leads to its place there", async () => {
  const exchange = exchangeFor({ responseHeaders: [{ name: "x-amzn-errortype", value: "ForbiddenException" }] });
  const why = [
    evidence({ quotes: [{ part: "response-header", name: "x-amzn-errortype", text: "ForbiddenException" }] }),
  ];
  const details = detailsFor({ exchange, explanation: { why } });
  const { root, store, change } = await renderInPanel(<reasons.View details={details} />);
  await change(() => root.querySelector("button")?.click());
  expect(store.detail.spot.value).toMatchObject({ part: "response-header", name: "x-amzn-errortype" });
});

test("what another request shows leads to that request, with a way back", async () => {
  const why = [evidence({ at: { file: "a.har", entry: 1 } })];
  const { root, store, change } = await renderInPanel(<reasons.View details={detailsFor({ explanation: { why } })} />, {
    fill: (filled) => {
      filled.rows.value = [rowFor({ key: "refused", cause: "api-key-missing" })];
      filled.selected.value = "refused";
    },
  });
  await change(() => root.querySelector("button")?.click());
  expect(store.scope.value).toBe("seen");
  expect(store.detail.visit.value?.from).toBe("refused");
  expect(store.selected.value).toBe(store.detail.visit.value?.key);
});
