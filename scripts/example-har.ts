import { writtenEntry } from "../src/reports/har/written-entry.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { exampleSession } from "./example-session.ts";

/** The text of panel/example.har. */
export function exampleHar(): string {
  const recording = recordingOf({ title: "", exchanges: exampleSession });
  const log = {
    version: "1.2",
    creator: { name: "API Gateway 403", version: "1" },
    pages: [],
    entries: recording.map(({ har: entry }) => writtenEntry(entry)),
  };
  return `${JSON.stringify({ log }, null, 1)}\n`;
}
