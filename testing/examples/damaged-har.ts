import fc from "fast-check";

/** One thing that happens to a file; places are shares of its length, so that they fit whatever happened before. */
export type Damage = (bytes: Uint8Array) => Uint8Array;

const decisive = [...'{}[]",:\\ \n\u0000', "\uFEFF", '"entries":[', '{"log":', "\\u00", "null", "1e9", "},{", "]}}"];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const fewBytes = fc.oneof(
  fc.constantFrom(...decisive).map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 8 }),
);

/** Bytes put in, taken out, written over, moved or cut off, at random places. */
export const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(place, fewBytes).map(insertion),
  fc.tuple(place, fewBytes).map(overwriting),
  fc.tuple(place, fc.nat(40)).map(deletion),
  fc
    .tuple(place, place)
    .map(([from, to]) => deletion([Math.min(from, to), (bytes) => share(bytes, Math.abs(to - from))])),
  fc.tuple(place, place, place).map(copying),
  place.map(
    (end): Damage =>
      (bytes) =>
        bytes.slice(0, share(bytes, end)),
  ),
);

function share(bytes: Uint8Array, place: number): number {
  return Math.floor(bytes.length * place);
}

function insertion([place, inserted]: readonly [number, Uint8Array]): Damage {
  return (bytes) => spliced(bytes, share(bytes, place), 0, inserted);
}

function overwriting([place, written]: readonly [number, Uint8Array]): Damage {
  return (bytes) => spliced(bytes, share(bytes, place), written.length, written);
}

function deletion([place, length]: readonly [number, number | ((bytes: Uint8Array) => number)]): Damage {
  const nothing = new Uint8Array(0);
  return (bytes) => spliced(bytes, share(bytes, place), typeof length === "number" ? length : length(bytes), nothing);
}

/** A part once more at another place: members twice, entries inside entries. */
function copying([from, to, target]: readonly [number, number, number]): Damage {
  return (bytes) => {
    const part = bytes.slice(share(bytes, Math.min(from, to)), share(bytes, Math.max(from, to)));
    return spliced(bytes, share(bytes, target), 0, part);
  };
}

function spliced(bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, at + removed));
  const result = new Uint8Array(at + inserted.length + rest.length);
  result.set(bytes.subarray(0, at));
  result.set(inserted, at);
  result.set(rest, at + inserted.length);
  return result;
}
