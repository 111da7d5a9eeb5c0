import { describe, expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import { brokenPromises } from "./promises.ts";

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const manifestWith = (more: object) => file("manifest.json", JSON.stringify({ ...manifest, ...more }));
const own = manifestWith({});
const policy = manifest.content_security_policy.extension_pages;
const withPolicy = (content: string) => manifestWith({ content_security_policy: { extension_pages: content } });
const page = (head: string) => file("panel/index.html", `<!doctype html><html><head>${head}</head></html>`);
const script = (code: string) => file("assets/panel.js", code);

it("a package as ours breaks no promise", () => {
  const pageOfOurs = page('<script type="module" crossorigin src="/assets/panel.js"></script>');
  const code = 'import"./shared.js";import("./example.js");new Worker(new URL("/assets/worker.js",import.meta.url))';
  expect(brokenPromises([own, pageOfOurs, script(code), file("icons/icon-16.png", "")])).toEqual([]);
});

describe("a package is not made where", () => {
  it.each([
    ["it asks for a permission", manifestWith({ permissions: ["storage", "tabs"] }), "asks for tabs"],
    ["it asks for hosts", manifestWith({ host_permissions: ["<all_urls>"] }), "has host_permissions"],
    ["it may ask later", manifestWith({ optional_permissions: ["tabs"] }), "has optional_permissions"],
    ["it runs in pages", manifestWith({ content_scripts: [] }), "has content_scripts"],
    ["pages may load it", manifestWith({ web_accessible_resources: [] }), "has web_accessible_resources"],
    ["pages may write to it", manifestWith({ externally_connectable: {} }), "has externally_connectable"],
    ["it updates itself", manifestWith({ update_url: "https://example.com/" }), "has update_url"],
    [
      "its policy has no default",
      withPolicy(policy.replace("default-src 'none'", "default-src 'self'")),
      "the policy does not say default-src 'none'",
    ],
    [
      "its policy allows eval",
      withPolicy(policy.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'")),
      "the policy allows 'unsafe-eval' by script-src",
    ],
    [
      "its policy allows requests",
      withPolicy(policy.replace("connect-src 'none'", "connect-src https:")),
      "the policy allows https: by connect-src",
    ],
    ["it has no policy", manifestWith({ content_security_policy: {} }), "the policy does not say base-uri 'none'"],
  ])("%s", (_, broken, why) => {
    expect(brokenPromises([broken])).toContain(`manifest.json: ${why}`);
  });

  it.each([
    ["a script stands in a page", "<script>start()</script>", "has a script in it"],
    ["a page loads a script", '<script src="https://example.com/a.js"></script>', "loads https://example.com/a.js"],
    ["a page loads a style", '<link rel="stylesheet" href="//example.com/a.css">', "loads //example.com/a.css"],
    ["a page handles an event", '<body onload="start()">', "has the attribute onload"],
  ])("%s", (_, head, why) => {
    expect(brokenPromises([own, page(head)])).toEqual([`panel/index.html: ${why}`]);
  });

  it.each([
    ["eval(text)", "names eval"],
    ["(0, eval)(text)", "names eval"],
    ["new Function(text)()", "builds a Function of text"],
    ["Function(text)()", "builds a Function of text"],
    ["self.fetch(address)", "names fetch"],
    ["new XMLHttpRequest()", "names XMLHttpRequest"],
    ["navigator.sendBeacon(address)", "names sendBeacon"],
    ["new WebSocket(address)", "names WebSocket"],
    ["importScripts(address)", "names importScripts"],
    ['import "https://example.com/a.js"', "imports https://example.com/a.js"],
    ['import("//example.com/a.js")', "imports //example.com/a.js"],
    ["import(address)", "imports what it works out"],
    [`import(\`./\${name}.js\`)`, "imports what it works out"],
    ['export * from "data:text/javascript,0"', "imports data:text/javascript,0"],
  ])("a script says %s", (code, why) => {
    expect(brokenPromises([own, script(code)])).toEqual([`assets/panel.js: ${why}`]);
  });

  it("a style loads something", () => {
    const styles = file("assets/panel.css", '@import "https://example.com/a.css";a{background:url(//example.com/b)}');
    expect(brokenPromises([own, styles])).toEqual([
      "assets/panel.css: loads https://example.com/a.css",
      "assets/panel.css: loads //example.com/b",
    ]);
  });

  it("it holds a file of a kind that none of ours has", () => {
    expect(brokenPromises([own, file("assets/codec.wasm", "")])).toHaveLength(1);
  });

  it("it is a web page without a policy of its own", () => {
    expect(brokenPromises([page("")])).toContain("panel/index.html: the policy does not say default-src 'none'");
  });
});

it("what is no call is none: a key, DevTools' own eval, a function's class", () => {
  const code = "const t={eval:{}};browser.devtools.inspectedWindow.eval(text);f instanceof Function";
  expect(brokenPromises([own, script(code)])).toEqual([]);
});
