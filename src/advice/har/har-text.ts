import type { Explanation } from "../../diagnosis/explanation.ts";
import type { Producer } from "../../har/entry.ts";
import type { Recorded } from "../../session/recording.ts";
import { percent } from "../words.ts";

/** What a HAR file says of itself. */
export interface LogHead {
  readonly producer: Producer;
  readonly comment: string;
}

/** The text of a HAR 1.2 file with these entries. */
export function harText({ producer: { name, version }, comment }: LogHead, entries: readonly unknown[]): string {
  const log = { version: "1.2", creator: { name, version }, pages: [], entries, comment };
  return `${JSON.stringify({ log }, null, 1)}\n`;
}

/** What stands at a refused entry: one line for people, and the diagnosis as the JSON document has it. */
export function annotationOf({ title, diagnosis }: Explanation): { comment: string; diagnosis: object } {
  const { confidence, probability } = diagnosis;
  const sure = confidence === "certain" ? confidence : `${confidence}, ${percent(probability)}`;
  return { comment: `API Gateway 403: ${title} (${sure})`, diagnosis };
}

const own: Producer = { name: "API Gateway 403", version: "1", live: false };

/**
 * Who a file made of these requests names as its creator. What a known producer leaves out counts as unknown when the
 * file is read, so its name has to stay; requests that DevTools handed over lack nothing, and get ours.
 */
export function producerOf(recorded: readonly Recorded[]): Producer {
  const [first] = recorded;
  const isOne = first !== undefined && recorded.every(({ producer }) => producer.name === first.producer.name);
  return isOne && !first.producer.live ? first.producer : own;
}
