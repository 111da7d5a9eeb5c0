import { join } from "node:path";
import { expect, test } from "vitest";
import { containersSection } from "./containers-section.ts";
import { producersPage } from "./producers-page.ts";

test("docs/producers.md is fresh; -u writes it", async () => {
  const path = join(import.meta.dirname, "../docs/producers.md");
  await expect(producersPage(containersSection)).toMatchFileSnapshot(path);
});
