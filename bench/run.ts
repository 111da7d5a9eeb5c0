import { parseArgs } from "node:util";
import { panelFirstPaint } from "./panel-first-paint.ts";
import { panelMarking } from "./panel-marking.ts";
import { panelScrolling } from "./panel-scrolling.ts";
import { readingInPanel } from "./reading-in-panel.ts";
import { readingOnCommandLine } from "./reading-on-command-line.ts";
import type { Suite } from "./suite.ts";
import { tableOf } from "./table.ts";

const suites: readonly Suite[] = [readingInPanel, readingOnCommandLine, panelFirstPaint, panelScrolling, panelMarking];

const { values } = parseArgs({
  options: {
    suite: { type: "string" },
    sizes: { type: "string", default: "10,100" },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
  },
});

const sizes = values.sizes.split(",").map(Number);
const chosen = suites.filter(({ name }) => name.includes(values.suite ?? ""));
const results = [];
for (const suite of chosen) {
  const figures = await suite.measure({ sizes, rounds: Number(values.rounds) });
  results.push({ suite: suite.name, figures });
  if (!values.json) console.log(tableOf(suite.name, figures));
}
if (values.json) console.log(JSON.stringify({ sizes, rounds: Number(values.rounds), results }, null, 2));
