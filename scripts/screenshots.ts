import { mkdir } from "node:fs/promises";
import { openDevtools } from "../e2e/devtools.ts";
import { demoHost, startGateway } from "../e2e/gateway/index.ts";

/** Pictures of real DevTools with the panel, for the README: `npm run screenshots` writes docs/images. */

const folder = "docs/images";

interface Picture {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly size: { readonly width: number; readonly height: number };
  readonly dock: "undocked" | "right" | "bottom";
  readonly rows: readonly string[];
  /** The cause whose row is chosen; the overview is shown where it is left out. */
  readonly choose?: string;
}

const wide = { width: 1400, height: 860 };

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

const pictures: readonly Picture[] = [
  {
    name: "diagnosis-light",
    colorScheme: "light",
    size: wide,
    dock: "undocked",
    rows: story,
    choose: "rest-stage-missing-or-unknown",
  },
  {
    name: "diagnosis-dark",
    colorScheme: "dark",
    size: wide,
    dock: "undocked",
    rows: story,
    choose: "rest-stage-missing-or-unknown",
  },
  {
    name: "hidden-by-cors-light",
    colorScheme: "light",
    size: wide,
    dock: "undocked",
    rows: story,
    choose: "api-key-missing",
  },
  {
    name: "narrow-dark",
    colorScheme: "dark",
    size: { width: 900, height: 800 },
    dock: "right",
    rows: story,
    choose: "lambda-authorizer-cached-policy",
  },
  { name: "empty-light", colorScheme: "light", size: { width: 1400, height: 600 }, dock: "undocked", rows: [] },
];

await mkdir(folder, { recursive: true });
for (const picture of pictures) await take(picture);

async function take({ name, colorScheme, size, dock, rows, choose }: Picture): Promise<void> {
  const gateway = await startGateway();
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/`, size });
  await devtools.theme(colorScheme);
  await devtools.dock(dock);
  const panel = await devtools.showPanel();
  for (const row of rows) {
    await devtools.page.evaluate((id) => (globalThis as unknown as DemoPage).causeRow(id), row);
  }
  if (choose !== undefined) await panel.locator(`[data-cause="${choose}"]`).first().click();
  await devtools.frontend.screenshot({ path: `${folder}/${name}.png` });
  console.log(`${folder}/${name}.png`);
  await devtools.close();
  await gateway.close();
}

interface DemoPage {
  causeRow(id: string): Promise<string>;
}
