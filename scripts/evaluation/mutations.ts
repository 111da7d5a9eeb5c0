import type { NameValue } from "../../src/capture/entry.ts";
import type { Recorded } from "../../src/session/recording.ts";
import { applyAll, type Change, changeHeader, changeHeaders, forEachHeader } from "./change.ts";

/** Values that nobody sends but somebody who wants to break or fool the reader of a header. */
const hostileValues: readonly (readonly [what: string, value: string])[] = [
  ["that is blank", "   "],
  ["of control characters", "\u0000\r\n\u2028\u202e"],
  ["of half a surrogate pair", "\ud800"],
  ["that is a prototype's name", "__proto__"],
  ["that is a constructor's name", "constructor"],
  ["that is markup", "<img src=x onerror=alert(1)>"],
  ["that is no percent encoding", "%E0%A4%A"],
  ["that is no number", "1e999"],
  ["that is no JSON", '{"message":'],
  ["of separators", ",;=,;=:/".repeat(500)],
  ["that is long", "A".repeat(20_000)],
];

/** Each header replaced by hostile values, one at a time. */
export function hostileHeaders(recorded: readonly Recorded[]): Change[] {
  return eachHeader(recorded, (header) =>
    hostileValues.map(([what, value]) => [`replaced by one ${what}`, [{ ...header, value }]]),
  );
}

/** Each header sent twice: the same value again, and a hostile one before and behind it. */
export function duplicatedHeaders(recorded: readonly Recorded[]): Change[] {
  return eachHeader(recorded, (header) => {
    const other = { ...header, value: "__proto__" };
    return [
      ["sent twice", [header, header]],
      ["sent before another", [header, other]],
      ["sent behind another", [other, header]],
    ];
  });
}

/** Header names in other cases and headers in another order, which mean the same (RFC 9110, 5.1 and 5.3). */
export function sameHeaders(recorded: readonly Recorded[]): Change[] {
  return [
    rewrite("in capitals", recorded, (headers) => headers.map((each) => ({ ...each, name: each.name.toUpperCase() }))),
    rewrite("in small letters", recorded, (headers) =>
      headers.map((each) => ({ ...each, name: each.name.toLowerCase() })),
    ),
    rewrite("by name", recorded, (headers) =>
      headers.toSorted((a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase(), "en")),
    ),
  ];
}

type Headers = readonly NameValue[];

/** One change of all headers of a recording. */
function rewrite(what: string, recorded: readonly Recorded[], change: (headers: Headers) => Headers): Change {
  const changes = recorded.flatMap((each) =>
    (["request", "response"] as const).map((side) => changeHeaders(each, side, "headers", change)),
  );
  return { what: `headers ${what}`, apply: (left) => applyAll(changes, left) };
}

type Replacement = readonly [what: string, instead: Headers];

function eachHeader(recorded: readonly Recorded[], replacements: (header: NameValue) => readonly Replacement[]) {
  return recorded.flatMap((each) =>
    forEachHeader(each, (side, header) =>
      replacements(header).map(([what, instead]) => changeHeader(each, side, header, what, instead)),
    ),
  );
}
