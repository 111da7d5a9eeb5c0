import { expect, it } from "vitest";
import { links } from "./links.ts";

it.each(Object.values(links))("$label is a page of AWS, over https", ({ url }) => {
  const { protocol, hostname, username, search } = new URL(url);
  expect({ protocol, username, search }).toEqual({ protocol: "https:", username: "", search: "" });
  expect(["docs.aws.amazon.com", "repost.aws"]).toContain(hostname);
});

it("no page has two names", () => {
  const urls = Object.values(links).map(({ url }) => url);
  expect(new Set(urls).size).toBe(urls.length);
});
