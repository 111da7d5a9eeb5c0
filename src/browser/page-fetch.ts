import type { PageRequest } from "./ports.ts";

/**
 * The expression by which a page makes a request. All that is not ours stands in it as JSON, of which no text is ever
 * code; the line separators are written out for engines older than ECMAScript 2019.
 */
export function pageFetch({ method, url, headers }: PageRequest): string {
  const options = {
    method,
    headers: headers.map(({ name, value }) => [name, value]),
    credentials: "omit",
    cache: "no-store",
    redirect: "manual",
    referrerPolicy: "no-referrer",
  };
  return `void fetch(${literal(url)}, ${literal(options)}).catch(() => {})`;
}

function literal(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (each) => `\\u${each.charCodeAt(0).toString(16)}`);
}
