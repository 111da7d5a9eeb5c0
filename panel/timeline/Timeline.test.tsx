import { beforeEach, expect, test, vi } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import type { Store } from "../store/store.ts";
import { RangeChip } from "./RangeChip.tsx";
import { Timeline } from "./Timeline.tsx";

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", WideObserver);
  return () => vi.unstubAllGlobals();
});

/** Nothing is laid out in a test: every element is this wide. */
class WideObserver {
  readonly #tell: ResizeObserverCallback;

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }

  observe(): void {
    this.#tell([{ contentRect: { width: 800 } } as ResizeObserverEntry], this as unknown as ResizeObserver);
  }

  disconnect(): void {}
}

const fill = ({ rows, allowed }: Store) => {
  allowed.value = { edges: [0, 20_000, 40_000, 61_000], counts: [1, 0, 2], silences: [] };
  rows.value = [0, 10_000, 60_000].map((startedAt, index) => rowFor({ key: `${index}`, cause: "a", startedAt }));
};

const plot = (root: HTMLElement) => root.querySelector<HTMLElement>("[aria-valuetext]");

test("a key marks a moment and says what was refused then; Enter narrows the list to it, the chip ends that", async () => {
  const view = (
    <>
      <Timeline />
      <RangeChip />
    </>
  );
  const { root, store, change } = await renderInPanel(view, { fill });
  const press = (key: string) =>
    change(() => plot(root)?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
  await change(() => plot(root)?.focus());
  await press("End");
  expect(plot(root)?.getAttribute("aria-valuetext")).toContain("1 refused");
  await press("Enter");
  expect(store.lines.value.map(({ key }) => key)).toEqual(["2"]);
  const chip = root.querySelector<HTMLButtonElement>(".range-chip");
  expect(chip?.getAttribute("aria-label")).toMatch(/^Only .*: show all times$/);
  await change(() => chip?.click());
  expect(store.range.value).toBeNull();
});

test("says since when everything to a host is refused", async () => {
  const { text } = await renderInPanel(<Timeline />, {
    fill: (store) => {
      fill(store);
      store.pattern.value = { kind: "fails-since", host: "a.example", since: 0, refused: 3, before: 2 };
    },
  });
  expect(text()).toContain("all 3 requests to a.example were refused; 2 before were not.");
});

test("is hidden where all requests have one instant", async () => {
  const { root } = await renderInPanel(<Timeline />, {
    fill: ({ rows }) => {
      rows.value = [rowFor({ key: "0", cause: "a" })];
    },
  });
  expect(root.querySelector("section")?.hidden).toBe(true);
});
