import { expect, test } from "vitest";
import { type IacSnippet, iacTools } from "../../../src/diagnosis/iac.ts";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { iac } from "./Iac.tsx";

test("shows the fix in the words of the tool that is chosen, and remembers the tool", async () => {
  const snippet = Object.fromEntries(iacTools.map((tool) => [tool, `words of ${tool}`])) as unknown as IacSnippet;
  const details = detailsFor({ diagnosis: { declared: [{ ...snippet, says: "A usage plan." }] } });
  const { root, store, text, change } = await renderInPanel(<iac.View details={details} />);
  expect(text()).toContain("words of cloudformation");
  await change(() =>
    root.querySelectorAll<HTMLInputElement>("input[type=radio]")[iacTools.indexOf("terraform")]?.click(),
  );
  expect(text()).toContain("words of terraform");
  expect(store.declaringTool.value).toBe("terraform");
  expect(iac.applies(detailsFor())).toBe(false);
});
