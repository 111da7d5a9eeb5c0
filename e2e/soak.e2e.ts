import { demoHost } from "../testing/gateway/index.ts";
import { usePanel } from "./answer-times.ts";
import { buildChanged } from "./changed-build.ts";
import { openDevtools } from "./devtools.ts";
import { makeRequests } from "./load.ts";
import { expect, test } from "./test.ts";

/** The build for this test keeps so many requests, and lets some go when a tenth more have come. */
const kept = 500;

test("of more requests than are kept none that was refused is lost, and the panel says what is not kept", async ({
  gateway,
}, testInfo) => {
  const extension = testInfo.outputPath("extension");
  const keepFewer = (code: string) =>
    code.replace(/(keptAtMost = )[\d_]+/, `$1${kept}`).replace(/(slack = )\d+/, `$1${kept / 10}`);
  await buildChanged("/src/session/eviction.ts", keepFewer, extension);
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/`, extension });
  try {
    const panel = await devtools.showPanel();
    const first = await makeRequests(devtools.page, { requests: 40, perSecond: 200 });
    await expect(panel.getByRole("treegrid")).toBeVisible();
    const user = await usePanel(devtools.frontend, panel);
    const then = await makeRequests(devtools.page, { requests: 1160, perSecond: 200 });
    const answers = await user.stop();
    expect(first.refused + then.refused).toBe(120);
    const bar = panel.locator(".status-bar");
    await expect(bar).toContainText(/1,20\d requests seen/);
    await expect(bar).toContainText("120 refused");
    await expect(panel.getByText(/^\d+ older requests that were allowed are no longer kept$/)).toBeVisible();
    await expect(panel.getByText("Everything refused is, with what was asked just before and after it.")).toBeVisible();
    // How long a response may take is for `npm run soak`; here none may fail to come.
    expect(answers.length).toBeGreaterThan(0);
  } finally {
    await devtools.close();
  }
});
