import { expect, it } from "vitest";
import { derived, joined, phrase, quotedFrom, requestHeader, responseBody, responseHeader, url } from "./quote.ts";

it("reads as a sentence, and has what it quotes in the order of the words", () => {
  const said = phrase`${responseHeader("server", "squid")} responds ${url("/prod")} after ${derived(3)} s, ${"as usual"}`;
  expect(said.text).toBe("`server: squid` responds `/prod` after 3 s, as usual");
  expect(said.quotes).toEqual([
    { part: "response-header", name: "server", text: "squid" },
    { part: "url", name: null, text: "/prod" },
    { part: "derived", name: null, text: "3" },
  ]);
});

it("joins phrases without losing a quote", () => {
  const said = joined([url("/a"), url("/b")], ", ");
  expect(said.text).toBe("`/a`, `/b`");
  expect(said.quotes.map(({ text }) => text)).toEqual(["/a", "/b"]);
});

it("quotes a header by its name alone where its value says nothing", () => {
  expect(requestHeader("x-api-key")).toEqual({
    text: "`x-api-key`",
    quotes: [{ part: "request-header", name: "x-api-key", text: "" }],
  });
});

it("puts hostile text on one line, without backticks, and cuts it", () => {
  const said = responseBody("a`b\n c".padEnd(200, "d"), 8);
  expect(said.text).toBe("`a b cddd…`");
  expect(said.quotes[0]?.text).toBe("a b cddd");
});

it("hides secrets in words and quotes alike", () => {
  const said = requestHeader("authorization", "Bearer secret-token-of-the-user");
  expect(JSON.stringify(said)).not.toContain("secret-token");
  expect(said.quotes[0]?.name).toBe("authorization");
});

it("names the header or claim that holds a quoted text", () => {
  expect(quotedFrom("token", "https://issuer.example", { name: "iss" }).quotes[0]?.name).toBe("iss");
});
