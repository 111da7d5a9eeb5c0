import type { ComponentType } from "preact";
import type { Details } from "../../src/worker/protocol.ts";
import type { Store } from "../store/store.ts";

/** A part of the diagnosis. */
export interface DiagnosisSection {
  readonly id: string;
  /** Null for a part without a head. */
  readonly title: string | null;
  /** Says more beside the title, in quiet type. */
  note?(details: Details, store: Store): string;
  /** Whether it is unfolded at first; left out where it cannot be folded. */
  opens?(details: Details): boolean;
  /** Whether there is anything to show. */
  applies(details: Details): boolean;
  readonly View: ComponentType<{ readonly details: Details }>;
}
