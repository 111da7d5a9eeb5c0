import fc from "fast-check";
import { expect, test } from "vitest";
import { stringEnd } from "./json-bytes.ts";
import { longStringEnd } from "./long-string.ts";

/** Texts of which most characters decide something: quotes, backslashes, and others in runs of every length. */
const insides = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "\\", '\\"', "\\\\"),
      fc.nat(90).map((length) => "x".repeat(length)),
    ),
  )
  .map((parts) => parts.join(""));

test("finds the end that a look at every byte finds, wherever the string lies in its buffer", () => {
  fc.assert(
    fc.property(insides, fc.nat(7), fc.nat(9), (inside, offset, at) => {
      const buffer = new Uint8Array(offset + inside.length + at);
      buffer.fill(0x22);
      const bytes = buffer.subarray(offset);
      new TextEncoder().encodeInto(inside, bytes.subarray(at));
      expect(longStringEnd(bytes, at)).toBe(stringEnd(bytes, at));
    }),
    { numRuns: 2000 },
  );
});
