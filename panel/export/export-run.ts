import { type ReadonlySignal, signal } from "@preact/signals";
import type { Exported } from "../../src/worker/protocol.ts";

/** The state of the last export. */
export type ExportState =
  | { readonly kind: "idle" }
  | { readonly kind: "writing" }
  | { readonly kind: "failed"; readonly says: string }
  | { readonly kind: "done"; readonly exported: Exported };

/** Writes one export at a time; a new one takes the place of the one before, however late that ends. */
export class ExportRun {
  readonly #state = signal<ExportState>({ kind: "idle" });
  readonly #why: (error: unknown) => string;
  #number = 0;

  /** @param why says why a call failed, to stand behind a colon */
  constructor(why: (error: unknown) => string) {
    this.#why = why;
  }

  get state(): ReadonlySignal<ExportState> {
    return this.#state;
  }

  /**
   * Starts an export. Never throws: a rejected call becomes the state `failed`, with a sentence for people.
   * @returns a function that drops this export: its result is not shown
   */
  start(write: () => Promise<Exported>): () => void {
    const number = ++this.#number;
    this.#state.value = { kind: "writing" };
    const show = (state: ExportState) => {
      if (number === this.#number) this.#state.value = state;
    };
    write().then(
      (exported) => show({ kind: "done", exported }),
      (error: unknown) => show(this.#failedBy(error)),
    );
    return () => {
      if (number === this.#number) this.#number++;
    };
  }

  /** Shows that nothing can be exported, and why. */
  fail(error: unknown): void {
    this.#number++;
    this.#state.value = this.#failedBy(error);
  }

  #failedBy(error: unknown): ExportState {
    return { kind: "failed", says: `Nothing was exported: ${this.#why(error)}` };
  }
}
