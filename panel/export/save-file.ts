import type { Exported } from "../../src/worker/protocol.ts";

/** Lets the browser save a file where it saves downloads. No permission is needed, and nothing leaves the machine. */
export function saveFile({ file, fileName }: Exported): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The download begins after this task, and holds the Blob itself from then on.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
