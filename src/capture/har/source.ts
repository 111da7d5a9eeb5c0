import type { CaptureSource } from "../source.ts";
import { readHar } from "./read.ts";

/** Where a HAR file's first keys stand, or those of one entry or a bare list of them. */
const harKeys = /"(?:log|creator|entries|request|startedDateTime)"\s*:/;
const beginsAsJson = /^\uFEFF?\s*[[{]/;

/** HAR files of any producer: by their name, or by how their JSON begins. */
export const har: CaptureSource = {
  id: "har",
  hasOffsets: true,
  recognises: (head, name) => /\.har(?:\.gz|\.br|\.zst)?$/i.test(name) || looksLikeHar(head),
  read: readHar,
};

function looksLikeHar(head: Uint8Array): boolean {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(head);
  return beginsAsJson.test(text) && harKeys.test(text);
}
