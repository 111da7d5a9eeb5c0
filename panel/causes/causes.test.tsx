import { expect, test } from "vitest";
import type { CausePage } from "../../src/diagnosis/cause-page.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { CauseList } from "./CauseList.tsx";
import { CauseView } from "./CauseView.tsx";

const key = { id: "api-key-missing", title: "The API key is missing", step: "API key", apiGateway: true };
const stage = { id: "rest-stage-missing", title: "The stage doesn't exist", step: "Stage", apiGateway: true };

test("finds causes by words of their id, title and step", async () => {
  const { root, store, text, change } = await renderInPanel(<CauseList />, {
    fill: ({ detail }) => {
      detail.causes.value = [stage, key];
    },
  });
  const search = (words: string) =>
    change(() => {
      const field = root.querySelector("input");
      if (field === null) throw new Error("there is no field");
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  expect(text()).toContain("The 2 causes of a 403");
  await search("key missing");
  expect([...root.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([key.title]);
  await change(() => root.querySelector<HTMLButtonElement>("li button")?.click());
  expect(store.detail.pages.value).toEqual([{ kind: "cause", id: key.id }]);
  await search("nothing like it");
  expect(text()).toContain("No cause has all of these words.");
});

test("a cause's page says what it is taken for, and for what its commands are written", async () => {
  const page: CausePage = {
    ...key,
    who: "API Gateway",
    means: "The method wants a key.",
    confirm: { says: "Look at the method.", command: "aws apigateway get-method" },
    fix: [{ says: "Send the key.", command: null }],
    signs: [],
    confusedWith: [{ cause: stage.id, title: stage.title, apart: ["a key was sent", "the path works"] }],
    links: [{ label: "Usage plans", url: "https://docs.aws.amazon.com/" }],
  };
  const { text } = await renderInPanel(<CauseView />, {
    fill: ({ detail }) => {
      detail.cause.value = page;
    },
  });
  expect(text()).toContain("Refused by API Gateway · step API key · api-key-missing");
  expect(text()).toContain("told apart by whether a key was sent; whether the path works");
  expect(text()).toContain("Confirm written for an example");
  expect(text()).toContain("FixSend the key.");
  expect(text()).toContain("Read onUsage plans");
});
