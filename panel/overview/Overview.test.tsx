import { expect, test } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { Overview } from "./Overview.tsx";

test("counts root causes, those of API Gateway first, and leads to each", async () => {
  const { root, store, text, change } = await renderInPanel(<Overview />, {
    fill: ({ rows }) => {
      rows.value = [
        rowFor({ key: "0", cause: "s3-access-denied", apiGateway: false }),
        rowFor({ key: "1", cause: "api-key-missing" }),
        rowFor({ key: "2", cause: "api-key-missing" }),
      ];
    },
  });
  expect(text()).toContain("3 refused requests, 2 root causes");
  expect([...root.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([
    "2Title of api-key-missing",
    "1Title of s3-access-denied",
  ]);
  await change(() => root.querySelector<HTMLButtonElement>("li button")?.click());
  expect(store.selectedFinding.value).toBe("api-key-missing");
});
