import { expect, test } from "vitest";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { unchecked } from "./Unchecked.tsx";

test("lists what the capture left out, and rules that failed", async () => {
  const details = detailsFor({
    diagnosis: { unknown: [{ what: "whether a key was sent", why: "request headers were not captured" }] },
    failures: [{ rule: "waf-blocked", file: "a.har", entry: 0, reason: "it threw" }],
  });
  const { text } = await renderInPanel(<unchecked.View details={details} />);
  expect(text()).toContain("whether a key was sent — request headers were not captured");
  expect(text()).toContain("Whether it is waf-blocked — its rule failed: it threw");
});

test("applies where either is", () => {
  expect(unchecked.applies(detailsFor())).toBe(false);
  expect(unchecked.applies(detailsFor({ failures: [{ rule: "a", file: "", entry: 0, reason: "" }] }))).toBe(true);
});
