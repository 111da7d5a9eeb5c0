import { describe, expect, it } from "vitest";
import type { HarEntry, HarFile } from "../capture/entry.ts";
import { liveFile, Recording } from "./recording.ts";

let requests = 0;

/** Adds a live request under an index of its own; gives the index. */
function addLive(recording: Recording, live: HarEntry, from = producer): number {
  const index = requests++;
  recording.addLive(index, live, from);
  return index;
}

const producer = { name: "WebInspector", version: "1", live: true };

function entry(url: string, startedDateTime: number | null = 0): HarEntry {
  return {
    startedDateTime,
    request: { method: "GET", url, httpVersion: "h2", headers: [], bodySize: 0, postData: null },
    response: {
      status: 403,
      statusText: "",
      httpVersion: "h2",
      headers: [],
      redirectURL: "",
      content: { text: null, size: null, mimeType: "" },
      error: null,
    },
    serverIPAddress: null,
    wait: null,
    resourceType: null,
    webSocketMessages: [],
  };
}

function file(name: string, ...urls: string[]): HarFile {
  return {
    name,
    producer: { ...producer, live: false },
    count: urls.length,
    entries: urls.map((url, index) => ({ index, start: 0, end: 0, entry: entry(url) })),
    problems: [],
  };
}

const urlsOf = ({ recorded }: Recording) => recorded.map((each) => each.har.request.url);

describe("a pause", () => {
  it("holds arrivals back, and its end shows them in order", () => {
    const recording = new Recording();
    addLive(recording, entry("https://a/1"));
    recording.pause();
    addLive(recording, entry("https://a/2"));
    addLive(recording, entry("https://a/3"));
    expect(urlsOf(recording)).toEqual(["https://a/1"]);
    expect(recording.heldBack).toBe(2);
    recording.resume();
    expect(urlsOf(recording)).toEqual(["https://a/1", "https://a/2", "https://a/3"]);
    expect(recording.heldBack).toBe(0);
  });

  it("does not lose the body of a request that is held back", () => {
    const recording = new Recording();
    recording.pause();
    const index = addLive(recording, entry("https://a/1"));
    recording.setBody(index, { text: "Forbidden" });
    recording.resume();
    expect(recording.recorded[0]?.har.response.content.text).toBe("Forbidden");
  });

  it("shows an opened file all the same: somebody just asked for it", () => {
    const recording = new Recording();
    recording.pause();
    recording.addFile(file("a.har", "https://a/1"));
    expect(urlsOf(recording)).toEqual(["https://a/1"]);
  });
});

it("clear forgets files, live requests and what is held back", () => {
  const recording = new Recording();
  recording.addFile(file("a.har", "https://a/1"));
  recording.pause();
  addLive(recording, entry("https://a/2"));
  recording.clear();
  recording.resume();
  expect(recording.recorded).toEqual([]);
  expect(recording.sources).toEqual([]);
});

describe("a navigation", () => {
  function visited(): Recording {
    const recording = new Recording();
    recording.addFile(file("a.har", "https://file/1"));
    addLive(recording, entry("https://old/page", 100));
    addLive(recording, entry("https://old/api", 200));
    return recording;
  }

  it("keeps everything where the log is kept", () => {
    const recording = visited();
    recording.navigated("https://new/page");
    expect(recording.recorded).toHaveLength(3);
  });

  it("drops the live requests of the page before, and no file", () => {
    const recording = visited();
    recording.keepAfterNavigation = false;
    recording.navigated("https://new/page");
    expect(urlsOf(recording)).toEqual(["https://file/1"]);
  });

  it("keeps requests of the new page that arrived before the event", () => {
    const recording = visited();
    recording.keepAfterNavigation = false;
    addLive(recording, entry("https://new/page", 300));
    addLive(recording, entry("https://new/api", 400));
    recording.navigated("https://new/page#part");
    expect(urlsOf(recording)).toEqual(["https://file/1", "https://new/page", "https://new/api"]);
  });

  it("takes the last load of a page that was loaded twice", () => {
    const recording = visited();
    recording.keepAfterNavigation = false;
    addLive(recording, entry("https://old/page", 300));
    recording.navigated("https://old/page");
    expect(urlsOf(recording)).toEqual(["https://file/1", "https://old/page"]);
  });
});

describe("the load of a page", () => {
  it("is seen by its document's request, whichever way the browser names it", () => {
    const named = { ...entry("https://a/"), resourceType: "document" };
    const headers = [{ name: "Sec-Fetch-Dest", value: "document" }];
    const unnamed = { ...entry("https://a/"), request: { ...entry("https://a/").request, headers } };
    for (const document of [named, unnamed]) {
      const recording = new Recording();
      addLive(recording, entry("https://a/api"));
      expect(recording.pageLoadSeen).toBe(false);
      addLive(recording, document);
      expect(recording.pageLoadSeen).toBe(true);
    }
  });

  it("is seen by a navigation", () => {
    const recording = new Recording();
    recording.navigated("https://a/");
    expect(recording.pageLoadSeen).toBe(true);
  });
});

it("two files of one name stay apart", () => {
  const recording = new Recording();
  for (const url of ["https://a/1", "https://a/2", "https://a/3"]) recording.addFile(file("a.har", url));
  expect(recording.sources.map((each) => each.file)).toEqual(["a.har", "a.har (2)", "a.har (3)"]);
  expect(recording.recorded.map((each) => each.file)).toEqual(["a.har", "a.har (2)", "a.har (3)"]);
});

describe("a file that is being read", () => {
  const [first, second] = file("", "https://a/1", "https://a/2").entries.map((each) => [each]);

  it("shows its entries as they come, and its producer when it is named at last", () => {
    const recording = new Recording();
    const name = recording.beginFile("a.har");
    recording.addEntries(name, first ?? [], { name: "unknown", version: "", live: false });
    expect(urlsOf(recording)).toEqual(["https://a/1"]);
    recording.addEntries(name, second ?? [], { name: "unknown", version: "", live: false });
    recording.endFile(name, { producer: { name: "Maker", version: "1", live: false }, count: 3, problems: [] });
    expect(recording.recorded.map((each) => each.producer.name)).toEqual(["Maker", "Maker"]);
    expect(recording.sources.map((each) => [each.file, each.count])).toEqual([["a.har", 3]]);
  });

  it("that was cleared meanwhile stays forgotten", () => {
    const recording = new Recording();
    const name = recording.beginFile("a.har");
    recording.clear();
    recording.addEntries(name, first ?? [], producer);
    recording.endFile(name, { producer, count: 1, problems: [] });
    expect(recording.recorded).toEqual([]);
    expect(recording.sources).toEqual([]);
  });
});

describe("setBody", () => {
  it("completes the live request of that index and no file's entry of the same index", () => {
    const recording = new Recording();
    recording.addFile(file("a.har", "https://a/1"));
    const index = addLive(recording, entry("https://a/2"));
    recording.setBody(index, { text: "Forbidden" });
    const bodies = recording.recorded.map((each) => each.har.response.content.text);
    expect(bodies).toEqual([null, "Forbidden"]);
  });

  it("remembers why a body could not be had", () => {
    const recording = new Recording();
    recording.setBody(addLive(recording, entry("https://a/1")), { lost: "the browser dropped it" });
    expect(recording.recorded[0]?.bodyLost).toBe("the browser dropped it");
  });

  it("is harmless for a request that a navigation dropped or clear forgot", () => {
    const recording = new Recording();
    recording.keepAfterNavigation = false;
    const dropped = addLive(recording, entry("https://a/1", 1));
    recording.navigated("https://b/");
    recording.setBody(dropped, { text: "late" });
    expect(recording.recorded).toEqual([]);
  });

  it("does not give a late body to the request that took the index after clear", () => {
    const recording = new Recording();
    const before = addLive(recording, entry("https://a/1"));
    recording.clear();
    addLive(recording, entry("https://a/2"));
    recording.setBody(before, { text: "of another request" });
    expect(recording.recorded[0]?.har.response.content.text).toBeNull();
  });
});

it("tells subscribers of every change until they leave", () => {
  const recording = new Recording();
  let changes = 0;
  const leave = recording.subscribe(() => changes++);
  const index = addLive(recording, entry("https://a/1"));
  recording.setBody(index, { text: "" });
  recording.pause();
  recording.resume();
  expect(changes).toBe(4);
  leave();
  recording.clear();
  expect(changes).toBe(4);
  expect(recording.sources.some((each) => each.file === liveFile)).toBe(false);
});
