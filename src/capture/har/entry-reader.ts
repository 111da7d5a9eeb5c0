import type { HarEntry, IndexedEntry } from "../entry.ts";
import { ProblemList } from "../problem-list.ts";
import type { CaptureReading } from "../source.ts";
import { asFields, field } from "./fields.ts";
import type { Body } from "./json/body.ts";
import type { FoundEntry, Kept } from "./json/found-entry.ts";
import { type Repair, repairEntry } from "./repair.ts";
import { SharedTexts } from "./shared-texts.ts";
import { dropUnneededBodies } from "./unneeded-bodies.ts";
import { contentOf, isPacked, unpacked, withText } from "./unpack.ts";

/** Which bodies are read, and where those are that stand in files of their own. */
export type EntryNeeds = Pick<CaptureReading, "wantsBody" | "attached">;

/** A body that stands aside until it is known whether it is wanted. */
type ReadBody = Pick<Body, "length" | "text">;

type Place = Pick<IndexedEntry, "index" | "start" | "end">;

/** Makes entries of what the scanner finds, and counts them, usable or not. */
export class EntryReader {
  count = 0;
  /** Some entry had a request, so that this is a list of entries. */
  sawRequest = false;
  readonly problems = new ProblemList();
  readonly #needs: EntryNeeds;
  readonly #shared = new SharedTexts();
  #ready: IndexedEntry[] = [];
  #packed: { readonly place: Place; readonly raw: unknown }[] = [];

  constructor(needs: EntryNeeds) {
    this.#needs = needs;
  }

  /** Takes the next entry. What is needed of it is read before this returns. */
  take(found: FoundEntry): void {
    const place = { index: this.count++, start: found.start, end: found.end };
    const raw = found.flaw === null ? found.kept.value() : null;
    if (raw === null) this.problems.lose(place.index, notJson(found));
    else this.#read(place, raw.value, bodyOf(raw.value, found.kept), found.leftOut);
  }

  /** Takes the next entry, which is an object already. */
  takeRaw(raw: unknown): void {
    const place = { index: this.count++, start: 0, end: 0 };
    const text = field(contentOf(raw), "text");
    if (typeof text !== "string") this.#read(place, raw, null, []);
    else this.#read(place, withText(raw, null), { length: text.length, text: () => text }, []);
  }

  /** The entries since the last time, in the order of the file. */
  async settle(): Promise<IndexedEntry[]> {
    const [ready, packed] = [this.#ready, this.#packed];
    this.#ready = [];
    this.#packed = [];
    if (packed.length === 0) return ready;
    for (const { place, raw } of packed) this.#add(place, repairEntry(await unpacked(raw, this.#needs.attached)), true);
    return [...ready, ...this.#ready.splice(0)].sort((a, b) => a.index - b.index);
  }

  #read(place: Place, written: unknown, body: ReadBody | null, leftOut: readonly string[]): void {
    if (asFields(field(asFields(written), "request")) !== null) this.sawRequest = true;
    for (const name of leftOut) this.problems.tell(place.index, `"${name}" is too long and was left out`);
    const raw = body?.length === 0 ? withText(written, "") : written;
    const repair = repairEntry(raw);
    if ("lost" in repair || !this.#needs.wantsBody(repair.entry)) this.#add(place, repair, false, body);
    else this.#addWanted(place, body === null ? raw : withText(raw, this.#textOf(body, place.index)));
  }

  #addWanted(place: Place, raw: unknown): void {
    if (isPacked(raw)) this.#packed.push({ place, raw });
    else this.#add(place, repairEntry(raw), true);
  }

  #add(place: Place, repair: Repair, wanted: boolean, body: ReadBody | null = null): void {
    if ("lost" in repair) {
      this.problems.lose(place.index, repair.lost);
      return;
    }
    for (const problem of repair.problems) this.problems.tell(place.index, problem);
    const entry = this.#shared.share(dropUnneededBodies(repair.entry, wanted));
    this.#ready.push({ ...place, entry: body === null || body.length === 0 ? entry : withUnreadBody(entry) });
  }

  #textOf(body: ReadBody, entry: number): string | null {
    const text = body.text();
    if (text === null) this.problems.tell(entry, "The body is too long or not JSON and was left out");
    return text;
  }
}

function notJson({ start, flaw }: FoundEntry): string {
  const why = flaw === null ? "" : `: at byte ${flaw.at} ${flaw.expected} was expected`;
  return `The entry at byte ${start} is not JSON${why}`;
}

/** The body whose number stands in the place of the text. */
function bodyOf(raw: unknown, kept: Kept): Body | null {
  const number = field(contentOf(raw), "text");
  return typeof number === "number" ? kept.body(number) : null;
}

function withUnreadBody(entry: HarEntry): HarEntry {
  const { response } = entry;
  return { ...entry, response: { ...response, content: { ...response.content, unread: true } } };
}
