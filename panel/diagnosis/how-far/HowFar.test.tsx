import { expect, test } from "vitest";
import type { Progress } from "../../../src/diagnosis/explanation.ts";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { howFar } from "./HowFar.tsx";

const progress: readonly Progress[] = [
  { step: "tls", label: "TLS", state: "passed", probability: 0, says: "TLS was passed." },
  { step: "key", label: "API key", state: "possible", probability: 0.7, says: "The API key may be missing." },
  { step: "waf", label: "WAF", state: "not-reached", probability: 0, says: "WAF was not reached." },
];
const details = detailsFor({ explanation: { progress, progressSays: "Refused at `API key`, or before." } });

test("each step says its state and share, and the sentence under them what follows", async () => {
  const { root, text } = await renderInPanel(<howFar.View details={details} />);
  const steps = [...root.querySelectorAll("li")].map((step) => step.textContent);
  expect(steps).toEqual(["TLSTLS was passed.", "API key70%The API key may be missing.", "WAFWAF was not reached."]);
  expect(text()).toContain("Refused at API key, or before.");
});

test("the Tab key stops at the step that may have refused, and arrows and Escape work from there", async () => {
  const { root, change } = await renderInPanel(<howFar.View details={details} />);
  const stop = () => root.querySelector<HTMLElement>('button[tabindex="0"]');
  const press = (key: string) =>
    change(() => stop()?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
  expect(stop()?.textContent).toContain("API key");
  await change(() => stop()?.focus());
  await press("ArrowRight");
  expect(document.activeElement?.textContent).toContain("WAF");
  expect(root.querySelector(".how-far-tip")?.textContent).toBe("WAF was not reached.");
  await press("Escape");
  expect(root.querySelector(".how-far-tip")).toBeNull();
});

test("a diagnosis without steps has no such section", () => {
  expect(howFar.applies(details)).toBe(true);
  expect(howFar.applies(detailsFor())).toBe(false);
});
