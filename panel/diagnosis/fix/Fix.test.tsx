import { expect, test } from "vitest";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { confirm, fix, links } from "./Fix.tsx";

const advice = { says: "Add the key.", command: "aws apigateway bash", powershell: "aws apigateway powershell" };

test("commands are those of the chosen shell", async () => {
  const details = detailsFor({ diagnosis: { fix: [advice, { says: "Or wait.", command: null }] } });
  const { store, text, change } = await renderInPanel(<fix.View details={details} />);
  expect(text()).toContain("Add the key.aws apigateway bash");
  await change(() => {
    store.shell.value = "powershell";
  });
  expect(text()).toContain("Add the key.aws apigateway powershell");
  expect(text()).toContain("Or wait.");
});

test("where the cause is seen has its own section, only where there is such a place", async () => {
  const details = detailsFor({ diagnosis: { confirm: advice } });
  expect(confirm.applies(detailsFor())).toBe(false);
  expect(confirm.applies(details)).toBe(true);
  const { text } = await renderInPanel(<confirm.View details={details} />);
  expect(text()).toContain("Add the key.");
});

test("only https addresses are links", async () => {
  const details = detailsFor({
    diagnosis: {
      links: [
        { label: "Guide", url: "https://docs.aws.amazon.com/" },
        { label: "Trap", url: "javascript:alert(1)" },
      ],
    },
  });
  const { root, text } = await renderInPanel(<links.View details={details} />);
  expect([...root.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
    "https://docs.aws.amazon.com/",
  ]);
  expect(text()).toContain("Trap");
});
