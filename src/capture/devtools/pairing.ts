/** How a request became known: by the event of its end, or from what DevTools held before the extension ran. */
export type Way = "live" | "held";

/**
 * Tells requests that came both ways from requests that only look the same: a page that asks twice within one
 * millisecond makes two requests with one identity, and each way brings both.
 */
export class Pairing {
  readonly #unpaired = { live: new Map<string, number>(), held: new Map<string, number>() };
  #isHeldComplete = false;

  /** False where the other way has brought this request already. */
  isNew(identity: string, way: Way): boolean {
    const others = this.#unpaired[way === "live" ? "held" : "live"];
    const waiting = others.get(identity) ?? 0;
    if (waiting > 1) others.set(identity, waiting - 1);
    else others.delete(identity);
    if (waiting > 0) return false;
    if (this.#isHeldComplete) return true;
    const own = this.#unpaired[way];
    own.set(identity, (own.get(identity) ?? 0) + 1);
    return true;
  }

  /** Nothing held comes any more: from now on no request is remembered, however many there are. */
  completeHeld(): void {
    this.#isHeldComplete = true;
    this.#unpaired.live.clear();
  }
}
