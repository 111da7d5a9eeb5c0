import { expect, test } from "vitest";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { token } from "./TokenDetails.tsx";

const instants = [
  { what: "exp", at: Date.UTC(2026, 2, 2, 9) },
  { what: "response", at: Date.UTC(2026, 2, 2, 10) },
] as const;

test("an expired token says so, with its instants in words and by the clock in UTC", async () => {
  const details = detailsFor({
    token: { facts: [{ name: "iss", value: "https://login.example" }], instants, isValid: false, says: "It expired." },
  });
  const { root, text } = await renderInPanel(<token.View details={details} />);
  expect(root.querySelector(".text-alarm")?.textContent).toBe("It expired.");
  expect(text()).toContain("expires 2026-03-02 09:00:00Z");
  expect(text()).toContain("2026-03-02 10:00:00Z");
  expect(text()).toContain("https://login.example");
});

test("no time line is drawn of a token without a time", async () => {
  const details = detailsFor({ token: { facts: [], instants: [], isValid: null, says: "It names no time." } });
  const { root } = await renderInPanel(<token.View details={details} />);
  expect(root.querySelector(".token-clock")).toBeNull();
  expect(root.querySelector(".text-alarm")).toBeNull();
});
