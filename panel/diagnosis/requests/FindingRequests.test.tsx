import { expect, test } from "vitest";
import type { Finding } from "../../../src/diagnosis/finding.ts";
import { keyOf } from "../../../src/diagnosis/place.ts";
import { rowFor } from "../../../testing/examples/row.ts";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { requests } from "./FindingRequests.tsx";

const places = Array.from({ length: 14 }, (_, entry) => ({ file: "a.har", entry }));
const finding = { requests: places } as unknown as Finding;
const details = detailsFor({ finding });

test("lists the first requests of a root cause, counts the rest, and leads to each", async () => {
  const rows = places.map((place) => rowFor({ key: keyOf(place), path: `/prod/${place.entry}`, cause: "a" }));
  const { root, store, text, change } = await renderInPanel(<requests.View details={details} />, {
    fill: (filled) => {
      filled.rows.value = rows;
    },
  });
  expect(root.querySelectorAll("li")).toHaveLength(12);
  expect(text()).toContain("and 2 more in the list");
  await change(() => root.querySelectorAll("button")[3]?.click());
  expect(store.selected.value).toBe(rows[3]?.key);
});

test("a root cause of one request has no such section", () => {
  expect(requests.applies(details)).toBe(true);
  expect(requests.applies(detailsFor({ finding: { ...finding, requests: places.slice(1, 2) } }))).toBe(false);
});
