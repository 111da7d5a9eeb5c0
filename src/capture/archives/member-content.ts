/** Where a HAR file's first keys stand, or those of one entry or a bare list of them. */
const harKeys = /"(?:log|creator|entries|request|startedDateTime)"\s*:/;
const beginsAsJson = /^\uFEFF?\s*[[{]/;

/** A trace's network log is JSON lines (Playwright, packages/trace/src/trace.ts). */
const beginsAsNetworkLog = /^\s*\{\s*"type"\s*:\s*"resource-snapshot"/;

/** True where a file of an archive is worth handing to the reader: by its name, or by how its JSON begins. */
export function isHar(name: string, head: Uint8Array): boolean {
  if (/\.har(?:\.gz|\.br|\.zst)?$/i.test(name)) return true;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(head);
  return beginsAsJson.test(text) && harKeys.test(text);
}

/** True for the network log of a Playwright trace (`trace.network`). */
export function isNetworkLog(head: Uint8Array): boolean {
  return beginsAsNetworkLog.test(new TextDecoder().decode(head));
}

/** Playwright names bodies by their SHA-1, beside the HAR file or in a trace's `resources/`. */
export function isAttachment(name: string): boolean {
  return /(?:^|\/)[0-9a-f]{40}(?:\.\w+)?$/.test(name);
}
