import { har } from "./har/source.ts";
import { playwrightTrace } from "./playwright/source.ts";
import type { CaptureSource } from "./source.ts";
import { transcript } from "./transcripts/source.ts";

/** Every kind of input. The first that recognises a file reads it. */
export const sources: readonly CaptureSource[] = [playwrightTrace, transcript, har];

/** The source that reads a file by its own look; null where none does. */
export function sourceOf(head: Uint8Array, name: string, known = sources): CaptureSource | null {
  return known.find((source) => source.recognises(head, name)) ?? null;
}
