import { executeApiHost, forms } from "../../testing/gateway/demo-account.ts";
import { clear, click, expect, test, textOf } from "./test.ts";

test.beforeEach(({ panel }) => clear(panel));

test("the page asks what one response cannot tell, and the response counts that DevTools saw", async ({
  devtools,
  panel,
}) => {
  const url = `https://${executeApiHost(forms.unreadable.shopId)}/prod/partners`;
  await devtools.page.evaluate((address) => fetch(address).then(String, String), url);
  await click(panel, `[data-testid="request-row"][data-url="${url}"]`);
  await click(panel, ".probe .code-block button:enabled");
  await expect.poll(() => textOf(panel, ".probe-results"), { timeout: 15_000 }).toContain("The response was 403");
  const first = () =>
    panel.evaluate(() => document.querySelector<HTMLElement>('[data-testid="asked-verdict"]')?.dataset["cause"], null);
  await expect.poll(first).toBe("api-key-missing");
});
