import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright";
import { chromiumHere } from "../e2e/chromium-here.ts";

/**
 * `npm run icons`: draws the icons of manifest.json from icon.svg, whose unit is a pixel at 16. The biggest keeps the
 * margin that the Chrome Web Store asks for: 96 of 128 pixels are picture.
 */
const folder = join(import.meta.dirname, "../public/icons");
const icons = [
  { size: 16, margin: 0 },
  { size: 32, margin: 0 },
  { size: 48, margin: 0 },
  { size: 128, margin: 16 },
];

const drawing = await readFile(join(folder, "icon.svg"), "utf8");
const { executablePath, args } = chromiumHere();
const browser = await chromium.launch({ executablePath, args: [...args] });
const page = await browser.newPage();
for (const { size, margin } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: ${margin}px } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: join(folder, `icon-${size}.png`), omitBackground: true });
}
await browser.close();
process.stdout.write(`Wrote ${icons.length} icons into public/icons.\n`);
