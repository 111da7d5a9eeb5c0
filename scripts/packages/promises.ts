import { tooMuchIn } from "./policy.ts";
import { reachesOf } from "./scripts-reach.ts";
import type { PackedFile } from "./zip.ts";

/** The keys that the manifest may have; each other one is looked at before it is added here. */
const manifestKeys = new Set([
  "manifest_version",
  "name",
  "description",
  "version",
  "icons",
  "devtools_page",
  "action",
  "permissions",
  "content_security_policy",
  "background",
  "minimum_chrome_version",
  "browser_specific_settings",
]);

/**
 * Where a package breaks what we promise of it, as sentences that name the file: no permission but `storage`, a strict
 * policy, no script in a page, nothing loaded from elsewhere, nothing sent.
 */
export function brokenPromises(files: readonly PackedFile[]): readonly string[] {
  const isExtension = files.some(({ path }) => path === "manifest.json");
  return files.flatMap(({ path, bytes }) => {
    const broken = brokenIn(path, new TextDecoder().decode(bytes), isExtension);
    return broken.map((why) => `${path}: ${why}`);
  });
}

function brokenIn(path: string, text: string, isExtension: boolean): readonly string[] {
  if (path === "manifest.json") return brokenInManifest(JSON.parse(text));
  if (path.endsWith(".html")) return [...brokenInPage(text), ...(isExtension ? [] : tooMuchIn(policyOf(text)))];
  if (path.endsWith(".css")) return brokenInStyle(text);
  if (path.endsWith(".js")) return reachesOf(text);
  return harmless.test(path) ? [] : ["nobody knows what such a file does"];
}

/** Pictures and texts, which run nothing. */
const harmless = /\.(?:png|svg|txt)$|^sbom\.cdx\.json$/;

interface Manifest {
  readonly permissions?: readonly string[];
  readonly content_security_policy?: { readonly extension_pages?: string };
}

function brokenInManifest(manifest: Manifest): readonly string[] {
  const unknown = Object.keys(manifest).filter((key) => !manifestKeys.has(key));
  const permissions = (manifest.permissions ?? []).filter((permission) => permission !== "storage");
  return [
    ...unknown.map((key) => `has ${key}`),
    ...permissions.map((permission) => `asks for ${permission}`),
    ...tooMuchIn(manifest.content_security_policy?.extension_pages ?? ""),
  ];
}

function brokenInPage(html: string): readonly string[] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)];
  const inline = scripts.filter(
    ([, attributes = "", code = ""]) => !attributes.includes(" src=") || code.trim() !== "",
  );
  const elsewhere = [...html.matchAll(/\s(?:src|href)="((?:[a-z][a-z0-9+.-]*:|\/\/)[^"]*)"/gi)];
  const handlers = [...html.matchAll(/\s(on[a-z]+|style)=/gi)];
  return [
    ...inline.map(() => "has a script in it"),
    ...elsewhere.map(([, address]) => `loads ${address}`),
    ...handlers.map(([, name]) => `has the attribute ${name}`),
  ];
}

/** The policy that a page states itself, as one of the web must: an extension's page has the manifest's. */
function policyOf(html: string): string {
  const [, content = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  return content.replaceAll("&#39;", "'");
}

function brokenInStyle(css: string): readonly string[] {
  const elsewhere = [...css.matchAll(/(?:url\(|@import)\s*["']?((?:[a-z][a-z0-9+.-]*:|\/\/)[^"')]*)/gi)];
  return elsewhere.map(([, address]) => `loads ${address}`);
}
