import { expect, it } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { activityWindow } from "./activity-window.ts";
import { openSession } from "./open-session.ts";

const hour = 3600;

const host = "api.example.com";

/** The entries in one sitting with the first and with the last of those that begin at these seconds; null: at no time. */
function sittings(...starts: readonly (number | null)[]): [withFirst: number[], withLast: number[]] {
  const exchanges = starts.map((at): ExampleExchange => ({ url: `https://${host}/`, status: 200, at: at ?? 0 }));
  const recorded = recordingOf({ title: "", exchanges }).map((each, index) =>
    starts[index] === null ? { ...each, har: { ...each.har, startedDateTime: null } } : each,
  );
  const session = openSession(recorded, []);
  const entriesWith = (place: number) =>
    session.exchanges
      .slice(place)
      .slice(0, 1)
      .flatMap((each) =>
        activityWindow(each, session.onHost(host))
          .members.map(({ entry }) => entry)
          .toSorted(),
      );
  return [entriesWith(0), entriesWith(-1)];
}

it("ends a sitting at a pause of a night, and keeps what has shorter pauses together", () => {
  expect(sittings(0, 5 * hour, 10 * hour)).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
  expect(sittings(0, 1, 12 * hour, 12 * hour + 1)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

it("counts what has no time to every sitting", () => {
  expect(sittings(0, null, 12 * hour)).toEqual([
    [0, 1],
    [1, 2],
  ]);
});
