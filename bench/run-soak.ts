import { parseArgs } from "node:util";
import { soak } from "./soak.ts";
import { isMet } from "./suite.ts";
import { tableOf } from "./table.ts";

/** Prints the figures of a soak, as a table or as JSON. Ends with 1 where a goal was not met. */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "50000" },
    "per-second": { type: "string", default: "500" },
    json: { type: "boolean", default: false },
  },
});

const load = { requests: Number(values.requests), perSecond: Number(values["per-second"]) };
const figures = await soak(load);
console.log(values.json ? JSON.stringify({ ...load, figures }, null, 2) : tableOf("soak", figures));
process.exitCode = figures.some((figure) => isMet(figure) === false) ? 1 : 0;
