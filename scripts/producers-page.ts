import { type KnownProducer, knownProducers, type Part, parts } from "../src/capture/har/producers.ts";

const partNames: Readonly<Record<Part, string>> = {
  authorization: "Authorization",
  cookies: "cookies",
  clientHeaders: "headers that the client adds",
  requestBody: "request body",
  responseBody: "response body",
  hiddenResponses: "responses that the page could not read",
  preflights: "preflights",
  startTime: "start time",
  serverIPAddress: "server address",
  timings: "timings",
  webSocketFrames: "WebSocket frames",
};

/** The page of what can be opened and of what each producer leaves out. */
export function producersPage(containers: string): string {
  return [
    "# Producers",
    "",
    "<!-- Generated from src/capture/har/producers.ts by `npx vitest run scripts/producers-page -u`. -->",
    "",
    "Programs that write HAR files leave things out, each its own, and seldom say so. What a producer is known to leave",
    "out is *not visible* to a diagnosis, never *absent*. A part is taken for left out only where no entry of the file",
    "shows it, except where the table says *may*.",
    "",
    "| producer | leaves out | known from |",
    "| --- | --- | --- |",
    ...knownProducers.map(row),
    "",
    containers,
  ].join("\n");
}

function row({ name, leavesOut, source }: KnownProducer): string {
  const omissions = parts.flatMap((part) => {
    const omission = leavesOut[part];
    return omission === undefined ? [] : [`${omission.varies ? "may: " : ""}${partNames[part]} (${omission.why})`];
  });
  return `| ${name} | ${omissions.join("; ") || "nothing that is known"} | ${source} |`;
}
