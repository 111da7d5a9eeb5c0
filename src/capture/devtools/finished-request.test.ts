import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { finishedRequest } from "./finished-request.ts";

const forbidden = '{"message":"Forbidden"}';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("copies the fields of the polyfill's request, which has no own keys", () => {
  const request = { startedDateTime: "2026-03-01T10:00:00.000Z", request: { method: "GET" }, _resourceType: "fetch" };
  const wrapped = new Proxy(request, { ownKeys: () => [] });
  expect({ ...wrapped }).toEqual({});
  expect(finishedRequest(wrapped).entry).toMatchObject(request);
});

it("leaves out what no diagnosis needs", () => {
  expect(finishedRequest({ _initiator: { stack: {} }, cache: {} }).entry).not.toHaveProperty("_initiator");
});

it("fetches a promised body", async () => {
  const request = { getContent: async () => [forbidden, ""] };
  expect(await finishedRequest(request).body()).toEqual({ text: forbidden });
});

it("fetches a body that only a callback gives, as in Chromium before 151", async () => {
  const getContent = (callback?: (content: string, encoding: string) => void) => callback?.(forbidden, "");
  expect(await finishedRequest({ getContent }).body()).toEqual({ text: forbidden });
});

it("takes the entry's word for base64, as in Firefox", async () => {
  const response = { content: { encoding: "base64" } };
  const request = { response, getContent: async () => [btoa(forbidden), "application/json"] };
  expect(await finishedRequest(request).body()).toEqual({ text: forbidden });
});

it("says why there is no body", async () => {
  const left = { getContent: () => Promise.reject(new Error("DevTools API encountered an error")) };
  expect(await finishedRequest(left).body()).toEqual({ lost: "the page was left before the body could be fetched" });
  expect(await finishedRequest({}).body()).toEqual({ lost: "the browser has no body for it" });
});

it("waits for a body for two seconds, no longer", async () => {
  const body = finishedRequest({ getContent: () => new Promise(() => {}) }).body();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await body).toEqual({ lost: "the browser did not hand the body over in time" });
});
