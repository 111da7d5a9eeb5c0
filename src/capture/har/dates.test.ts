import { expect, test } from "vitest";
import { readDate } from "./dates.ts";

const halfPastTen = Date.UTC(2024, 4, 6, 10, 30, 15, 123);

test.each([
  ["Chrome", "2024-05-06T10:30:15.123Z"],
  ["Fiddler: seven digits and a zone", "2024-05-06T13:30:15.1234567+03:00"],
  ["mitmproxy: microseconds", "2024-05-06T10:30:15.123456+00:00"],
  ["a zone without a colon", "2024-05-06T05:30:15.123-0500"],
  ["a blank instead of T, a comma", "2024-05-06 10:30:15,123 Z"],
  ["epoch milliseconds", halfPastTen],
])("reads the start time of %s", (_, written) => {
  expect(readDate(written)).toBe(halfPastTen);
});

test("reads seconds since the epoch and HTTP dates", () => {
  expect(readDate(1_714_991_415)).toBe(Date.UTC(2024, 4, 6, 10, 30, 15));
  expect(readDate("Mon, 06 May 2024 10:30:15 GMT")).toBe(Date.UTC(2024, 4, 6, 10, 30, 15));
});

test.each(["yesterday", "", "2024-13-06T10:30:15Z", "2024-05-06", null, {}, -1, Number.NaN])(
  "%j is no instant",
  (written) => {
    expect(readDate(written)).toBeNull();
  },
);

test("a time without a zone is no instant, because guessing one would look like a wrong clock", () => {
  expect(readDate("2024-05-06T10:30:15.123")).toBeNull();
});
