import { marked } from "marked";
import { expect, test } from "vitest";
import { code, fenced, inline, link } from "./markdown-text.ts";

/** The elements that a renderer of GitHub's Markdown makes of a text, as `tag` or `tag attribute`. */
function elements(markdown: string): readonly string[] {
  const html = marked.parse(markdown, { async: false, gfm: true });
  return [...html.matchAll(/<([a-z][a-z0-9]*)(\s[^>]*)?>/gi)].map(([all]) => all);
}

const hostile = [
  "<img src=x onerror=alert(1)>",
  "[click](javascript:alert(1))",
  "![x](https://evil.example.com/track.png)",
  "https://evil.example.com/ and www.evil.example.com and http://evil.example.com",
  "**bold** _quiet_ ~~gone~~ # head",
  "a | b | c",
  "1. one",
  "- item",
  "+ item",
  "===",
  "> quote",
  "&lt;script&gt; &amp;",
  "line\n\n# head\n\n- item\r\n```\nfence",
  "a ` b",
  "\\[x](y)",
  "<!-- comment -->",
  "[ref]: https://evil.example.com",
];

test.each(hostile)("%j stays text", (text) => {
  expect(elements(inline(text))).toEqual(["<p>"]);
});

test.each(hostile)("%j stays one cell of a table", (text) => {
  const table = ["| a | b |", "| --- | --- |", `| ${code(text)} | x |`].join("\n");
  const html = marked.parse(table, { async: false, gfm: true });
  expect(html.match(/<td>/g)).toHaveLength(2);
  expect(html).not.toMatch(/<(?:img|a|script|h\d)\b/);
});

test("what a sentence quotes is code, whatever it is", () => {
  expect(inline("the response says `<b>no*` there")).toBe("the response says `<b>no*` there");
  expect(elements(inline("it says `<img src=x>`"))).toEqual(["<p>", "<code>"]);
});

test("nothing ends a fence", () => {
  const lines = fenced("sh", ["echo '```'", "````", "# head"]);
  expect(elements(lines.join("\n"))).toEqual(["<pre>", '<code class="language-sh">']);
});

test("no other links than to web pages", () => {
  expect(elements(link("AWS", "https://docs.aws.amazon.com/a.html#b"))).toContain(
    '<a href="https://docs.aws.amazon.com/a.html#b">',
  );
  expect(elements(link("x", "javascript:alert(1)"))).toEqual(["<p>"]);
  expect(elements(link("](https://evil.example.com", "https://docs.aws.amazon.com/"))).toHaveLength(2);
});
