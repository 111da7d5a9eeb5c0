import { describe, expect, test } from "vitest";
import { knowledge } from "../../../rules/knowledge.ts";
import { readCaptures } from "../../../scripts/evaluation/captures.ts";
import { labelledExamples } from "../../../scripts/evaluation/labelled-examples.ts";
import { recordingOf } from "../../../testing/examples/recording.ts";
import { bytesOf } from "../../capture/byte-source.ts";
import { readHarFile } from "../../capture/har/read.ts";
import { wantsBody } from "../../capture/wants-body.ts";
import { diagnose } from "../../diagnosis/diagnose.ts";
import { type Recorded, Recording } from "../../session/recording.ts";
import { HarMask } from "../har/har-mask.ts";
import { isSame } from "../har/round-trip.ts";
import { minimalHarOf } from "./minimal-har.ts";

const options = { knowledge, apiHosts: [] };

function minimal(recorded: readonly Recorded[]): string {
  const { explanations } = diagnose(recorded, options);
  return minimalHarOf(recorded, explanations, { ...options, mask: new HarMask({ people: false }) }).text;
}

async function read(text: string): Promise<readonly Recorded[]> {
  const recording = new Recording();
  recording.addFile(await readHarFile("minimal.har", bytesOf(new Blob([text])), { wantsBody }));
  return recording.recorded;
}

/** Diagnoses of the recording that its minimal file does not give again. */
async function lost(recorded: readonly Recorded[]): Promise<readonly string[]> {
  const again = diagnose(await read(minimal(recorded)), options).explanations;
  const { explanations } = diagnose(recorded, options);
  const isLost = ({ diagnosis }: (typeof again)[number]) => !again.some((each) => isSame(each.diagnosis, diagnosis));
  return explanations.filter(isLost).map(({ diagnosis }) => `#${diagnosis.entry} ${diagnosis.cause}`);
}

/** All of them take a quarter of a minute. */
const everyFourth = labelledExamples.recordings.filter((_, at) => at % 4 === 0);

describe("diagnosing the minimal file gives the same as diagnosing the capture, secrets replaced", () => {
  test.each(everyFourth.map(({ name, recorded }) => [name, recorded] as const))("%s", async (_, recorded) => {
    expect(await lost(recorded)).toEqual([]);
  });

  test("captures with known causes", { timeout: 60_000 }, async (context) => {
    const captures = await readCaptures();
    if (captures === null) context.skip("the captures are not at hand");
    for (const { name, recorded } of captures?.recordings ?? []) {
      expect(await lost(recorded), name).toEqual([]);
    }
  });
});

const host = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const ids = { "x-amz-apigw-id": "AbCdEfGhIjKlMnO=", "x-amzn-requestid": "11111111-2222-3333-4444-555555555555" };

test("of many refusals with many causes one stands for each cause, and the file counts them", async () => {
  const refused = Array.from({ length: 300 }, (_, at) => ({
    url: `https://api${at % 60}.execute-api.eu-west-1.amazonaws.com/prod/orders`,
    status: 403,
    responseHeaders: { ...ids, "x-amzn-errortype": "MissingAuthenticationTokenException" },
    responseBody: '{"message":"Missing Authentication Token"}',
  }));
  const recorded = recordingOf({ title: "", exchanges: refused });
  expect(await lost(recorded)).toEqual([]);
  const { log } = JSON.parse(minimal(recorded));
  expect(log.entries).toHaveLength(60);
  expect(log.comment).toContain("Of 300 refusals it was to show 60, of 60 root causes.");
});

test("a long capture becomes a short file", async () => {
  const served = Array.from({ length: 400 }, (_, at) => ({
    url: `${host}/prod/orders/${at}`,
    status: 200,
    responseHeaders: ids,
  }));
  const refused = {
    url: `${host}/pord/orders`,
    status: 403,
    responseHeaders: { ...ids, "x-amzn-errortype": "ForbiddenException" },
    responseBody: '{"message":"Forbidden"}',
  };
  const recorded = recordingOf({ title: "", exchanges: [...served, refused] });
  expect(await lost(recorded)).toEqual([]);
  expect((await read(minimal(recorded))).length).toBeLessThan(12);
});
