/** Playwright names bodies by their SHA-1, beside the HAR file or in a trace's `resources/`. */
export function isAttachment(name: string): boolean {
  return /(?:^|\/)[0-9a-f]{40}(?:\.\w+)?$/.test(name);
}
