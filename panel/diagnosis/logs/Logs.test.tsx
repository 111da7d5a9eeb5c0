import { expect, test } from "vitest";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { awsConsole, logs, runbook } from "./Logs.tsx";

const owner = {
  logs: [{ says: "Search the access log.", command: "aws logs" }],
  runbook: [],
  console: [{ label: "Stages", url: "https://console.aws.amazon.com/" }],
};
const details = detailsFor({ diagnosis: { owner } });

test("has a section for each kind of guidance that there is", () => {
  expect([logs, runbook, awsConsole].map(({ applies }) => applies(details))).toEqual([true, false, true]);
});

test("shows commands for the logs, and links to the console", async () => {
  const { text } = await renderInPanel(<logs.View details={details} />);
  expect(text()).toContain("Search the access log.aws logs");
  const pages = await renderInPanel(<awsConsole.View details={details} />);
  expect(pages.root.querySelector("a")?.textContent).toBe("Stages");
});
