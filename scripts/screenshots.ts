import { mkdir } from "node:fs/promises";
import type { Frame } from "playwright";
import { type Devtools, openDevtools } from "../e2e/devtools.ts";
import { demoHost, startGateway } from "../testing/gateway/index.ts";

/**
 * Pictures of real DevTools with the panel: `npm run screenshots` writes the README's to docs/images, with
 * `-- docs/store/images` the stores', and with another folder behind it all states go there.
 */
const readme = "docs/images";
const store = "docs/store/images";
const folder = process.argv[2] ?? readme;

interface Picture {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly size: { readonly width: number; readonly height: number };
  readonly dock: "undocked" | "right" | "bottom";
  /** The demo's rows that are caused before. */
  readonly rows?: readonly string[];
  /** The cause whose row is chosen; the overview is shown where it is left out. */
  readonly choose?: string;
  /** What is done at the end. */
  finish?(panel: Frame, devtools: Devtools): Promise<void>;
}

const wide = { width: 1400, height: 860 };
const low = { width: 1400, height: 600 };
const narrow = { width: 900, height: 800 };

const story = [
  "rest-stage-missing-or-unknown",
  "preflight-options-not-defined",
  "lambda-authorizer-cached-policy",
  "api-key-missing-unreadable",
  "waf-blocked-apigw",
  "sigv4-clock-skew",
  "http-api-jwt-insufficient-scope",
  "cloudfront-waf-blocked",
];

/** Each row is one line of the list, and the refused preflight has its request behind it. */
const storyLines = story.length + 1;

const click = (name: string) => (panel: Frame) => panel.getByRole("button", { name, exact: true }).first().click();

const diagnosis = { size: wide, dock: "undocked", rows: story, choose: "rest-stage-missing-or-unknown" } as const;

const ofReadme: readonly Picture[] = [
  { ...diagnosis, name: "diagnosis-light", colorScheme: "light" },
  { ...diagnosis, name: "diagnosis-dark", colorScheme: "dark" },
  { ...diagnosis, name: "hidden-by-cors-light", colorScheme: "light", choose: "api-key-missing" },
  {
    name: "narrow-dark",
    colorScheme: "dark",
    size: narrow,
    dock: "right",
    rows: story,
    choose: "lambda-authorizer-cached-policy",
  },
  { name: "empty-light", colorScheme: "light", size: low, dock: "undocked" },
];

/** The size that the stores of Chrome, Edge and Firefox all take; Chrome's shows five pictures at most. */
const inStore = { size: { width: 1280, height: 800 }, dock: "undocked", rows: story } as const;

const ofStore: readonly Picture[] = [
  { ...inStore, name: "1-diagnosis", colorScheme: "light", choose: "rest-stage-missing-or-unknown" },
  { ...inStore, name: "2-overview", colorScheme: "dark" },
  { ...inStore, name: "3-hidden-by-cors", colorScheme: "light", choose: "api-key-missing" },
  { ...inStore, name: "4-certain", colorScheme: "dark", choose: "http-api-jwt-insufficient-scope" },
  {
    ...inStore,
    name: "5-export",
    colorScheme: "light",
    choose: "sigv4-clock-skew",
    finish: click("Export this diagnosis"),
  },
];

/** A state of the panel, taken wide and light, wide and dark, and narrow. */
type State = Pick<Picture, "name" | "rows" | "choose" | "finish">;

const states: readonly State[] = [
  { name: "nothing-captured" },
  {
    name: "nothing-refused",
    finish: async (panel, { page }) => {
      await page.reload();
      await panel.getByTestId("counts").waitFor();
    },
  },
  { name: "overview", rows: story },
  { name: "chosen", rows: story, choose: "api-key-missing" },
  {
    name: "example",
    finish: async (panel) => {
      await panel.getByRole("button", { name: "Show an example" }).click();
      await panel.locator('[data-testid="request-row"][data-cause="lambda-authorizer-cached-policy"]').click();
      await panel.locator("#diagnosis").waitFor();
    },
  },
  {
    name: "file-problems",
    rows: story,
    finish: async (panel) => {
      const file = { name: "page.html", mimeType: "text/html", buffer: Buffer.from("<html>") };
      await panel.getByTestId("files").first().setInputFiles(file);
      await panel.getByRole("region", { name: "Problems with files" }).waitFor();
    },
  },
  { name: "paused", finish: click("Pause recording") },
  { name: "settings", rows: story, finish: click("Settings") },
  { name: "export", rows: story, choose: "api-key-missing", finish: click("Export this diagnosis") },
  { name: "help", rows: story, finish: click("Help") },
  { name: "network-panel", rows: story, finish: (_, devtools) => devtools.showNetwork() },
];

const ofStates = states.flatMap((state): readonly Picture[] => [
  { ...state, name: `${state.name}-light`, colorScheme: "light", size: wide, dock: "undocked" },
  { ...state, name: `${state.name}-dark`, colorScheme: "dark", size: wide, dock: "undocked" },
  { ...state, name: `${state.name}-narrow`, colorScheme: "light", size: narrow, dock: "right" },
]);

const sets = new Map([
  [readme, ofReadme],
  [store, ofStore],
]);

await mkdir(folder, { recursive: true });
for (const picture of sets.get(folder) ?? ofStates) await take(picture);

async function take({ name, colorScheme, size, dock, rows = [], choose, finish }: Picture): Promise<void> {
  const gateway = await startGateway();
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/`, size });
  await devtools.theme(colorScheme);
  await devtools.dock(dock);
  const panel = await devtools.showPanel();
  if (rows.length === 0) await click("Clear")(panel);
  for (const row of rows) {
    await devtools.page.evaluate((id) => (globalThis as unknown as DemoPage).causeRow(id), row);
  }
  if (rows.length > 0)
    await panel
      .getByTestId("request-row")
      .nth(storyLines - 1)
      .waitFor();
  if (choose !== undefined) {
    await panel.locator(`[data-cause="${choose}"]`).first().click();
    await panel.locator("#diagnosis").waitFor();
  }
  await finish?.(panel, devtools);
  await devtools.frontend.screenshot({ path: `${folder}/${name}.png` });
  console.log(`${folder}/${name}.png`);
  await devtools.close();
  await gateway.close();
}

interface DemoPage {
  causeRow(id: string): Promise<string>;
}
