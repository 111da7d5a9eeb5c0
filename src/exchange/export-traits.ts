import type { HarEntry, Producer } from "../har/entry.ts";

/**
 * What a file's producer is known to leave out. "Not in the file" means "not sent" only where the producer would
 * have written it.
 */
export interface ExportTraits {
  /** Why Authorization and cookies may be missing; null where they would be there if they had been sent. */
  readonly credentialsLeftOut: string | null;
}

const credentialHeaders = new Set(["authorization", "cookie"]);

/**
 * Recognises Chromium's default export, which since version 130 removes Authorization, Cookie and Set-Cookie and says
 * so nowhere (devtools-frontend, models/har/Log.ts): its creator is WebInspector and no entry has any of them.
 */
export function exportTraitsOf(producer: Producer, entries: readonly HarEntry[]): ExportTraits {
  const sanitised = producer.name === "WebInspector" && !producer.live && !entries.some(showsCredentials);
  return {
    credentialsLeftOut: sanitised ? "Chromium's default HAR export removes Authorization and cookies" : null,
  };
}

function showsCredentials({ request, response }: HarEntry): boolean {
  return (
    request.headers.some(({ name }) => credentialHeaders.has(name.toLowerCase())) ||
    response.headers.some(({ name }) => name.toLowerCase() === "set-cookie")
  );
}
