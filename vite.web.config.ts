import { defineConfig, type Plugin } from "vite";
import manifest from "./manifest.json" with { type: "json" };
import { leaveOut } from "./scripts/packages/leave-out.ts";
import { thirdParties } from "./scripts/packages/third-parties.ts";

/** Whatever the page may need later comes with it at once, so that it goes on when the server or the network is gone. */
const wholeAtOnce = { output: { codeSplitting: false } };

const others = thirdParties();

/** The panel as a web page for files, in build/web: any server can serve it, from any folder. */
export default defineConfig({
  root: "panel",
  base: "./",
  publicDir: "../public",
  worker: { format: "es", plugins: () => [leaveOut(), others.noteWorkers()], rolldownOptions: wholeAtOnce },
  plugins: [leaveOut(), contentSecurityPolicy(), others.tell()],
  build: {
    outDir: "../build/web",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: wholeAtOnce,
  },
});

/** Gives the page the extension's policy. Who may frame it cannot be said in a page. */
function contentSecurityPolicy(): Plugin {
  const directives = manifest.content_security_policy.extension_pages.split("; ");
  const content = directives.filter((directive) => !directive.startsWith("frame-ancestors")).join("; ");
  return {
    name: "content-security-policy",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content }, injectTo: "head-prepend" },
    ],
  };
}
