import { expect, test } from "vitest";
import type { SignatureView } from "../../../src/worker/protocol.ts";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { signature } from "./SignatureDetails.tsx";

const compared: SignatureView = {
  facts: [{ name: "Scope", value: "20260302 / eu-west-1 / execute-api" }],
  isEchoed: true,
  lines: [
    { name: "method", ours: "GET", theirs: "GET", differs: false },
    { name: "path", ours: "/prod/a", theirs: "/prod/b", differs: true },
    { name: "host:", ours: null, theirs: null, differs: false },
  ],
  says: "The path differs.",
};

test("marks the lines that differ, also for those who do not see colours", async () => {
  const { root, text } = await renderInPanel(<signature.View details={detailsFor({ signature: compared })} />);
  expect(text()).toContain("The path differs.");
  expect(text()).toContain("1 line differs");
  const rows = [...root.querySelectorAll("tbody tr")].map((row) => row.textContent);
  expect(rows).toEqual(["methodGETGET", "path differs/prod/a/prod/b"]);
});

test("has one column, and is folded, where API Gateway did not say what it computed", async () => {
  const details = detailsFor({ signature: { ...compared, isEchoed: false } });
  const { root } = await renderInPanel(<signature.View details={details} />);
  expect([...root.querySelectorAll("thead th")].map((head) => head.textContent)).toEqual([
    "Signed part",
    "As captured",
  ]);
  expect(signature.opens?.(details)).toBe(false);
  expect(signature.opens?.(detailsFor({ signature: compared }))).toBe(true);
});
