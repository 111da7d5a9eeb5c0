/** The parts of an entry, or of a recording, that producers are known to leave out. */
export const parts = [
  "authorization",
  "cookies",
  "clientHeaders",
  "requestBody",
  "responseBody",
  "hiddenResponses",
  "preflights",
  "startTime",
  "serverIPAddress",
  "timings",
  "webSocketFrames",
] as const;

export type Part = (typeof parts)[number];

/** What a producer leaves out. `why` can follow "not visible: ". */
export interface Omission {
  readonly why: string;
  /** True where one entry may lack what another has; else an entry that shows the part proves that nothing is left out. */
  readonly varies?: true;
}

/** A program that writes HAR files. */
export interface KnownProducer {
  readonly id: string;
  readonly name: string;
  /** Matches `log.creator.name`. */
  readonly creator: RegExp;
  readonly leavesOut: Readonly<Partial<Record<Part, Omission>>>;
  /** Where this is known from: the producer's source, or a file that was looked at. */
  readonly source: string;
}

const noDate = { why: "a transcript does not say when the request was sent", varies: true } as const;
const noTimings = { why: "a transcript has no timings" };
const savedBody = { why: "the transcript does not show a body that was saved to a file", varies: true } as const;
const commandOnly: Omission = {
  why: "the transcript shows the response alone, and of the request at most what the command line says",
  varies: true,
};

const sanitised = { why: "Chromium's default HAR export removes Authorization and cookies" };
const noFrames = (name: string): Omission => ({ why: `${name} writes no WebSocket frames` });

/** chrome-har is a library; sitespeed.io's browsertime and puppeteer-har write their files with it. */
const chromeHar: KnownProducer["leavesOut"] = {
  cookies: { why: "chrome-har has only the headers that the page set where the recorder passed on no others" },
  responseBody: { why: "chrome-har writes bodies only when asked to" },
  hiddenResponses: { why: "chrome-har leaves out requests whose response the page could not read" },
  webSocketFrames: noFrames("chrome-har"),
};

/** Known producers, each with what it leaves out. One that leaves out nothing is here so that it is known to be whole. */
export const knownProducers: readonly KnownProducer[] = [
  {
    id: "chromium",
    name: "Chrome, Edge and other Chromium browsers",
    creator: /^WebInspector$/,
    leavesOut: { authorization: sanitised, cookies: sanitised },
    source: "devtools-frontend, models/har/Log.ts; the full export writes both",
  },
  {
    id: "firefox",
    name: "Firefox",
    creator: /^Firefox$/,
    leavesOut: { webSocketFrames: noFrames("Firefox") },
    source: "mozilla-central, devtools/client/netmonitor/src/har",
  },
  {
    id: "safari",
    name: "Safari",
    creator: /^WebKit Web Inspector$/,
    leavesOut: { webSocketFrames: noFrames("Safari") },
    source: "WebKit, WebInspectorUI/UserInterface/Controllers/HARBuilder.js",
  },
  { id: "charles", name: "Charles", creator: /^Charles/, leavesOut: {}, source: "files of Charles 4.6" },
  { id: "fiddler", name: "Fiddler", creator: /^Fiddler/, leavesOut: {}, source: "files of Fiddler 4.6 and 5.0" },
  { id: "proxyman", name: "Proxyman", creator: /^Proxyman/, leavesOut: {}, source: "its name alone is known" },
  {
    id: "mitmproxy",
    name: "mitmproxy",
    creator: /^mitmproxy/,
    leavesOut: { requestBody: { why: "mitmproxy writes request bodies of POST, PUT and PATCH only", varies: true } },
    source: "mitmproxy, addons/savehar.py",
  },
  {
    id: "http-toolkit",
    name: "HTTP Toolkit",
    creator: /^HTTP Toolkit$/,
    leavesOut: {
      requestBody: { why: "HTTP Toolkit writes no request body that is empty or large", varies: true },
      responseBody: { why: "HTTP Toolkit leaves out bodies that are large", varies: true },
      serverIPAddress: { why: "HTTP Toolkit writes no server address" },
    },
    source: "httptoolkit-ui, src/model/http/har.ts",
  },
  {
    id: "insomnia",
    name: "Insomnia",
    creator: /^Insomnia/,
    leavesOut: {
      authorization: {
        why: "Insomnia writes the request as it is set up at the export, without an AWS signature that it adds when sending",
        varies: true,
      },
      cookies: { why: "Insomnia lists the cookies of its jar apart from the headers", varies: true },
      startTime: { why: "Insomnia writes the time of the export in place of the request's", varies: true },
      clientHeaders: { why: "Insomnia writes only the headers that were set up, not those it adds when sending" },
      serverIPAddress: { why: "Insomnia writes no server address" },
    },
    source: "insomnia, src/common/har.ts",
  },
  {
    id: "postman",
    name: "Postman",
    creator: /postman/i,
    leavesOut: {
      authorization: {
        why: "Postman keeps credentials apart from its requests, so that a conversion may lack them",
        varies: true,
      },
    },
    source: "Postman's collection format 2.1, where `auth` stands beside `header`",
  },
  {
    id: "playwright",
    name: "Playwright",
    creator: /^Playwright/,
    leavesOut: {
      responseBody: { why: "Playwright was told to leave bodies out" },
      hiddenResponses: {
        why: "Playwright writes neither status nor headers of a response that the page could not read",
      },
      preflights: { why: "Playwright records no preflights" },
      serverIPAddress: { why: "Playwright's minimal mode writes no server address" },
      timings: { why: "Playwright's minimal mode writes no timings" },
    },
    source: "files of Playwright 1.65 in modes full, minimal, omit and attach",
  },
  {
    id: "chrome-har",
    name: "browsertime, sitespeed.io, puppeteer-har",
    creator: /^(?:chrome-har|browsertime)$/i,
    leavesOut: chromeHar,
    source: "files of chrome-har 0.11, 1.3 and browsertime 1.0",
  },
  {
    id: "webpagetest",
    name: "WebPageTest",
    creator: /^WebPagetest$/i,
    leavesOut: {
      responseBody: { why: "WebPageTest writes bodies only when asked to" },
      serverIPAddress: { why: "WebPageTest writes no server address where HAR files have it" },
    },
    source: "a file of WebPageTest 3.0",
  },
  {
    id: "k6",
    name: "k6 and LoadImpact recorders",
    creator: /\bk6\b|load ?impact/i,
    leavesOut: {
      responseBody: { why: "the recorder keeps what a load test sends and not all of what it gets", varies: true },
      serverIPAddress: { why: "the recorder writes no server address" },
    },
    source: "a file of the LoadImpact recorder, which has no responses at all",
  },
  {
    id: "curl-verbose",
    name: "a transcript of `curl -v`",
    creator: /^curl -v$/,
    leavesOut: {
      requestBody: { why: "`curl -v` shows no request body" },
      responseBody: savedBody,
      startTime: noDate,
      timings: noTimings,
    },
    source: "curl, src/tool_cb_dbg.c; transcripts of curl 7.88",
  },
  {
    id: "curl-trace",
    name: "a transcript of `curl --trace` or `--trace-ascii`",
    creator: /^curl --trace$/,
    leavesOut: { startTime: noDate, timings: noTimings },
    source: "curl, src/tool_cb_dbg.c; transcripts of curl 7.88",
  },
  {
    id: "curl-answers",
    name: "a transcript of `curl -i`, or of responses alone",
    creator: /^curl -i$/,
    leavesOut: {
      authorization: commandOnly,
      cookies: commandOnly,
      clientHeaders: commandOnly,
      requestBody: commandOnly,
      responseBody: savedBody,
      startTime: noDate,
      serverIPAddress: { why: "the transcript shows no server address" },
      timings: noTimings,
    },
    source: "transcripts of curl 7.88",
  },
  {
    id: "httpie",
    name: "a transcript of HTTPie",
    creator: /^HTTPie$/,
    leavesOut: {
      responseBody: savedBody,
      startTime: noDate,
      serverIPAddress: { why: "HTTPie shows no server address" },
      timings: noTimings,
    },
    source: "transcripts of HTTPie 3.2",
  },
];
