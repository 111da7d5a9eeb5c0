import fc from "fast-check";
import { expect, test } from "vitest";
import { wrongsOf } from "./certainty.ts";
import { applyAll, type Change } from "./change.ts";
import { ours } from "./classifier.ts";
import type { LabelledRecording } from "./label.ts";
import { duplicatedHeaders, hostileHeaders, sameHeaders } from "./mutations.ts";
import { removalsFrom } from "./removals.ts";

/** Always the same samples, so that a failure is seen again. */
const seed = 403;

/** Registers the tests that no recording, however poor or hostile it was made, gets a wrong certainty or a crash. */
export function testRobustness(recordings: readonly LabelledRecording[]): void {
  const byName = recordings.map((recording) => [recording.name, recording] as const);

  test.each(byName)("no wrong diagnosis is certain: %s", (_, recording) => {
    expect(wrongsOf(recording)(recording.recorded)).toEqual([]);
  });

  test.each(byName)("no loss makes a wrong diagnosis certain: %s", (_, recording) => {
    const losses = lossesOf(recording);
    expectNoWrongs(recording, losses);
    sampled(recording, losses, { atMost: 3, samples: 8 });
  });

  test.each(byName)("no hostile or repeated header makes a wrong diagnosis certain: %s", (_, recording) => {
    const { recorded } = recording;
    sampled(recording, hostileHeaders(recorded), { atMost: 3, samples: 4 });
    sampled(recording, duplicatedHeaders(recorded), { atMost: 3, samples: 4 });
  });

  test.each(byName)("headers that mean the same change no response: %s", (_, { recorded }) => {
    const whole = ours(recorded);
    for (const { what, apply } of sameHeaders(recorded)) expect(ours(apply(recorded)), what).toEqual(whole);
  });
}

function lossesOf({ recorded, labels }: LabelledRecording): Change[] {
  return removalsFrom(recorded, new Set(labels.flatMap(({ entry }) => entry ?? [])));
}

/** Each change alone. */
function expectNoWrongs(recording: LabelledRecording, changes: readonly Change[]): void {
  const wrongsIn = wrongsOf(recording);
  const wrongs = changes.flatMap(({ what, apply }) =>
    wrongsIn(apply(recording.recorded)).map((say) => `${what}: ${say}`),
  );
  expect(wrongs).toEqual([]);
}

/** Some of the changes together; fast-check looks for the fewest that still go wrong. */
function sampled(
  recording: LabelledRecording,
  changes: readonly Change[],
  { atMost, samples }: { readonly atMost: number; readonly samples: number },
): void {
  const wrongsIn = wrongsOf(recording);
  const together = fc.uniqueArray(fc.constantFrom(...changes), { minLength: 1, maxLength: atMost });
  fc.assert(
    fc.property(together, (some) => {
      const without = some.map(({ what }) => what).join(" and ");
      expect(wrongsIn(applyAll(some, recording.recorded)), without).toEqual([]);
    }),
    { seed, numRuns: samples },
  );
}
