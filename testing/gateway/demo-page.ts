import type { GatewayRequest } from "./request.ts";
import { type Answer, answer } from "./response.ts";
import { type Row, rows } from "./rows.ts";

export const demoHost = "app.example.com";

/** The demo's own origin: the page, and each row's request, freshly signed. */
export async function answerDemoPage(request: GatewayRequest): Promise<Answer> {
  if (request.path === "/")
    return answer(
      200,
      [
        ["content-type", "text/html; charset=utf-8"],
        ["cache-control", "no-store"],
      ],
      page(),
    );
  if (request.path === "/favicon.ico") return answer(204, [], "");
  const row = rows.find((candidate) => request.path === `/request/${candidate.id}`);
  if (!row) return answer(404, [["content-type", "text/plain"]], "There is no such row.");
  return answer(
    200,
    [
      ["content-type", "application/json"],
      ["cache-control", "no-store"],
    ],
    JSON.stringify(await row.request()),
  );
}

function page(): string {
  const groups = [...new Set(rows.map((row) => row.group))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API Gateway 403 demo</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Every way to a 403</h1>
<p>Each button makes a request that the local API Gateway refuses. Open DevTools, choose the tab “API Gateway 403”, and press some.</p>
<button id="all" type="button">Cause all of them</button>
</header>
<main>
${groups.map(section).join("\n")}
</main>
<script>${script}</script>
</body>
</html>`;
}

function section(group: string): string {
  const own = rows.filter((row) => row.group === group);
  return `<section aria-label="${escapeHtml(group)}"><h2>${escapeHtml(group)}</h2><ul>${own.map(button).join("")}</ul></section>`;
}

function button(row: Row): string {
  return `<li><button type="button" data-row="${escapeHtml(row.id)}">${escapeHtml(row.title)}</button><output data-result="${escapeHtml(row.id)}"></output></li>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1d2330, #e6e9f0); --soft: light-dark(#5c667a, #98a2b8); --paper: light-dark(#f6f7fa, #14171e); --card: light-dark(#fff, #1c212b); --line: light-dark(#dde1ea, #2c3341); --accent: light-dark(#3457d5, #8ea6ff); --bad: light-dark(#b3261e, #ff9c93); }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
header { max-width: 60rem; margin-bottom: 2rem; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; letter-spacing: -.02em; }
header p { margin: 0 0 1rem; color: var(--soft); }
main { columns: 24rem; column-gap: 1rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; margin-bottom: 1rem; }
h2 { margin: 0 0 .6rem; font-size: .95rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .35rem; }
li { display: flex; gap: .6rem; align-items: baseline; justify-content: space-between; }
button { font: inherit; color: var(--accent); background: none; border: 0; padding: .15rem 0; text-align: left; cursor: pointer; }
button:hover { text-decoration: underline; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
#all { background: var(--accent); color: light-dark(#fff, #10131a); border-radius: 7px; padding: .5rem 1rem; }
output { color: var(--bad); font: 12.5px ui-monospace, monospace; white-space: nowrap; }
`;

// A row's siblings go first, one after the other: they are what an analysis can compare the refusal with.
const script = `
const resultOf = (id) => document.querySelector('[data-result="' + id + '"]');
async function make(request) {
  if (request.url.startsWith("wss:")) return open(request.url);
  try {
    const response = await fetch(request.url, { method: request.method, headers: request.headers, body: request.body, cache: "no-store" });
    await response.text();
    return String(response.status);
  } catch (error) {
    return String(error);
  }
}
function open(url) {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.onopen = () => { socket.close(); resolve("101"); };
    socket.onerror = () => resolve("WebSocket error");
  });
}
async function causeRow(id) {
  const request = await (await fetch("/request/" + id, { cache: "no-store" })).json();
  for (const sibling of request.siblings ?? []) await make(sibling);
  const seen = await make(request);
  resultOf(id).textContent = seen;
  return seen;
}
async function causeAll() {
  const seen = {};
  for (const button of document.querySelectorAll("[data-row]")) seen[button.dataset.row] = await causeRow(button.dataset.row);
  return seen;
}
Object.assign(window, { causeRow, causeAll });
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.row) causeRow(button.dataset.row);
  if (button?.id === "all") causeAll();
});
`;
