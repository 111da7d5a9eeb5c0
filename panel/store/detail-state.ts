import { type Signal, signal } from "@preact/signals";
import type { CauseName, CausePage } from "../../src/diagnosis/cause-page.ts";
import type { ExchangeView } from "../../src/worker/protocol.ts";
import type { Spot } from "../diagnosis/reasons/evidence-spot.ts";

/** A page that stands over the diagnosis: all causes, or one of them. */
export type Page = { readonly kind: "causes" } | { readonly kind: "cause"; readonly id: string };

/** A request that evidence pointed to, and the line of the list to go back to. */
interface Visit {
  readonly key: string;
  readonly from: string;
}

/** The state of the detail side, without the diagnosis. */
export interface DetailState {
  /** The opened pages; the last is shown. Without one, the diagnosis is shown. */
  readonly pages: Signal<readonly Page[]>;
  /** The content of the last page, once it is loaded. */
  readonly cause: Signal<CausePage | null>;
  readonly causes: Signal<readonly CauseName[]>;
  /** The place in the request that evidence pointed to. */
  readonly spot: Signal<Spot | null>;
  /** The chosen request, if it was not refused. */
  readonly allowed: Signal<ExchangeView | null>;
  /** Why the chosen request could not be loaded, or the page; null where nothing failed. */
  readonly failure: Signal<string | null>;
  readonly pageFailure: Signal<string | null>;
  readonly visit: Signal<Visit | null>;
  open(page: Page): void;
  /** Closes the page that is shown. */
  back(): void;
  /** Closes all pages and forgets the spot. */
  reset(): void;
}

/** The state with nothing open. */
export function createDetailState(): DetailState {
  const pages = signal<readonly Page[]>([]);
  const spot = signal<Spot | null>(null);
  return {
    pages,
    cause: signal(null),
    causes: signal([]),
    spot,
    allowed: signal(null),
    failure: signal(null),
    pageFailure: signal(null),
    visit: signal(null),
    open: (page) => {
      pages.value = [...pages.value, page];
    },
    back: () => {
      pages.value = pages.value.slice(0, -1);
    },
    reset: () => {
      pages.value = [];
      spot.value = null;
    },
  };
}
