import { expect, test } from "vitest";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { whyNot } from "./WhyNot.tsx";

const waf = {
  cause: "waf-blocked-apigw",
  title: "AWS WAF blocked it",
  probability: 0,
  says: "`x-amzn-waf` is missing",
};

test("counts the causes that were ruled out, and opens the page of each", async () => {
  const details = detailsFor({ diagnosis: { whyNot: [waf] } });
  const { store, text, click } = await renderInPanel(<whyNot.View details={details} />);
  expect(whyNot.note?.(details, store)).toBe("1 other cause ruled out or unlikely");
  expect(text()).toBe("AWS WAF blocked itx-amzn-waf is missing");
  await click("AWS WAF blocked it");
  expect(store.detail.pages.value).toEqual([{ kind: "cause", id: waf.cause }]);
});
