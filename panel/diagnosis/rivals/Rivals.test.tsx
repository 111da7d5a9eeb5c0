import { expect, test } from "vitest";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { rivals } from "./Rivals.tsx";

const waf = { cause: "waf-blocked-apigw", title: "AWS WAF blocked the request", probability: 0.31, says: "no body" };
const unexplained = { title: "Something that no capture shows", probability: 0.2, says: "nothing rules it out" };

test("lists other causes with their share, and last what no cause explains", async () => {
  const details = detailsFor({ explanation: { rivals: [waf], unexplained } });
  const { root } = await renderInPanel(<rivals.View details={details} />);
  expect([...root.querySelectorAll("li")].map((item) => item.textContent)).toEqual([
    "AWS WAF blocked the request31%no body",
    "?Something that no capture shows20%nothing rules it out",
  ]);
});

test("a rival with evidence unfolds to show it; one without cannot be unfolded", async () => {
  const piece = {
    id: "a-fact",
    quotes: [],
    clue: "a-clue",
    answer: "yes",
    weight: 0.6,
    says: "WAF responds like this",
  } as const;
  const own = { cause: "other", title: "Another cause", probability: 0.1, says: "" };
  const details = detailsFor({
    explanation: { rivals: [waf, own] },
    diagnosis: { evidence: [{ ...piece, cause: waf.cause }] },
  });
  const { root, text, click } = await renderInPanel(<rivals.View details={details} />);
  expect(root.querySelectorAll("button[aria-expanded]")).toHaveLength(1);
  expect(text()).not.toContain("WAF responds like this");
  await click("Evidence for and against: AWS WAF blocked the request");
  expect(text()).toContain("WAF responds like this");
});

test("applies where anything else fits, be it nothing that is known", () => {
  expect(rivals.applies(detailsFor())).toBe(false);
  expect(rivals.applies(detailsFor({ explanation: { unexplained } }))).toBe(true);
});
