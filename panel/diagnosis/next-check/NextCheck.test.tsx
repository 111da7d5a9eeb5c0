import { expect, test, vi } from "vitest";
import type { InvestigationView } from "../../../src/worker/protocol.ts";
import { WorkerEndedError } from "../../../src/worker/reject-at-end.ts";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { nextCheck } from "./NextCheck.tsx";

const advice = { says: "Ask for a path that cannot exist.", command: "curl https://a.example/x" };
const details = detailsFor({ diagnosis: { nextCheck: advice } });

const askable: InvestigationView = {
  made: [],
  verdict: null,
  next: { ...advice, sends: ["GET https://a.example/x"], carries: [] },
  carrying: { says: "the key decides.", command: "curl", sends: ["GET https://a.example/y"], carries: ["the key"] },
  limits: "At most five.",
  ended: null,
  failure: null,
};

const asked: InvestigationView = {
  ...askable,
  made: [
    {
      ...advice,
      outcome: "The response was 404.",
      shifts: [{ cause: "a", title: "No such route", before: 0, after: 0.7 }],
    },
  ],
  verdict: { cause: "a", title: "No such route", confidence: "likely", probability: 0.7 },
  next: null,
  carrying: null,
  ended: "Nothing more can be asked.",
};

test("shows exactly what the page would send, and what came of it", async () => {
  const probe = vi.fn(async () => asked);
  const actions = { investigation: async () => askable, probe };
  const { text, click } = await renderInPanel(<nextCheck.View details={details} />, { actions });
  expect(text()).toContain("GET https://a.example/x");
  expect(text()).toContain("No credential goes along. At most five.");
  await click("Ask");
  expect(probe).toHaveBeenCalledWith(details.key, false);
  expect(text()).toContain("The response was 404.");
  expect(text()).toContain("No such routebelow 2% →, now 70%");
  expect(text()).toContain("By all that is known now: No such route, likely · 70%.");
  expect(text()).toContain("Nothing more can be asked.");
});

test("sends a credential only once that is chosen", async () => {
  const probe = vi.fn(async () => asked);
  const actions = { investigation: async () => askable, probe };
  const { root, text, change, click } = await renderInPanel(<nextCheck.View details={details} />, { actions });
  await change(() => root.querySelector<HTMLInputElement>("input[type=checkbox]")?.click());
  expect(text()).toContain("It carries the key.");
  await click("Ask");
  expect(probe).toHaveBeenCalledWith(details.key, true);
});

test("while the page asks, its button waits; where that fails, it says why and can be asked again", async () => {
  let fail = (_: Error): void => {};
  const probe = vi.fn(
    () =>
      new Promise<never>((_, reject) => {
        fail = reject;
      }),
  );
  const actions = { investigation: async () => askable, probe };
  const { root, button, click, change } = await renderInPanel(<nextCheck.View details={details} />, { actions });
  await click("Ask");
  expect(button("Asking…").disabled).toBe(true);
  await change(() => fail(new WorkerEndedError()));
  expect(root.querySelector("[role=alert]")?.textContent).toBe(
    "This was not asked to its end: the extension's Worker ended. Close DevTools and open them again.",
  );
  expect(button("Ask").disabled).toBe(false);
});

test("says why what can be asked is not known", async () => {
  const actions = { investigation: () => Promise.reject(new Error("no memory")) };
  const { root } = await renderInPanel(<nextCheck.View details={details} />, { actions });
  expect(root.querySelector("[role=alert]")?.textContent).toBe(
    "What can be asked could not be loaded: no memory. Try it again.",
  );
});

test("without an inspected page, the check is a command alone", async () => {
  const actions = { investigation: async () => askable, probe: null };
  const { root, text } = await renderInPanel(<nextCheck.View details={details} />, { actions });
  expect(text()).toContain("curl https://a.example/x");
  expect([...root.querySelectorAll("button")].map(({ textContent }) => textContent)).not.toContain("Ask");
});
