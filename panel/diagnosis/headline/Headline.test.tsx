import { expect, test, vi } from "vitest";
import type { Finding } from "../../../src/diagnosis/finding.ts";
import { rowFor } from "../../../testing/examples/row.ts";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { Headline } from "./Headline.tsx";

test("says the cause, how sure it is, who refused and what that means", async () => {
  const { text } = await renderInPanel(<Headline details={detailsFor()} onClose={() => {}} />);
  expect(text()).toContain("The API key is missing likely · 80%");
  expect(text()).toContain("Refused by API Gateway");
  expect(text()).toContain("The method wants a key.");
});

test("a root cause of several requests speaks for all of them, and is exported whole", async () => {
  const finding = { title: "Keys are missing", confidence: "certain", probability: 0.99, requests: [1, 2] };
  const details = detailsFor({ finding: finding as unknown as Finding });
  const { store, text, click } = await renderInPanel(<Headline details={details} onClose={() => {}} />, {
    fill: ({ rows }) => {
      rows.value = [rowFor({ key: "0", cause: "api-key-missing" })];
    },
  });
  expect(text()).toContain("Keys are missing certain");
  expect(text()).toContain("2 requests, one cause");
  await click("Export this diagnosis");
  expect(store.dialog.value).toBe("export");
  expect(store.exportScope.value).toEqual({ kind: "finding", finding: "root" });
});

test("what the page saw stands beside what really came back", async () => {
  const page = {
    saw: "TypeError: Failed to fetch",
    why: "CORS hides it.",
    fix: [{ says: "Send the header.", command: null }],
  };
  const details = detailsFor({ explanation: { page } });
  const { text } = await renderInPanel(<Headline details={details} onClose={() => {}} />);
  expect(text()).toContain("Your page sawTypeError: Failed to fetch CORS hides it.Really403 The API key is missing");
  expect(text()).toContain("To make the refusal readable (this does not undo it)Send the header.");
});

test("closes", async () => {
  const onClose = vi.fn();
  const { click } = await renderInPanel(<Headline details={detailsFor()} onClose={onClose} />);
  await click("Close the diagnosis");
  expect(onClose).toHaveBeenCalledOnce();
});
