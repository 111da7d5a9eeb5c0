import { expect, it } from "vitest";
import { toldAbout } from "../../testing/examples/explanation.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { bearer, endpoint, hashOfBearer } from "../../testing/examples/requests.ts";
import { hashedParseError, ok } from "../../testing/examples/responses.ts";
import { rules } from "../index.ts";

/** Asks for an unknown route with this header; the answer hashes `bearer` as what arrived. */
function recordingWith(authorization: string | null) {
  const sends = authorization === null ? {} : { authorization };
  const works = { url: `${endpoint}/prod/orders`, requestHeaders: sends, ...ok };
  const refused = { url: `${endpoint}/prod/order`, requestHeaders: sends, ...hashedParseError(hashOfBearer) };
  return recordingOf({ title: "", exchanges: [works, refused] });
}

const cause = "rest-route-not-found-with-auth-header";

it("sees that the header arrived unchanged", () => {
  expect(toldAbout(recordingWith(bearer), rules)).toMatchObject({
    cause,
    why: expect.arrayContaining([expect.stringMatching(/: it arrived unchanged$/)]),
  });
});

it.each([
  [bearer.slice("Bearer ".length), /^something on the way .* it arrived with `Bearer` put in front$/],
  ["Bearer another", /: something on the way changed it$/],
])("sees that the header was changed on the way", (authorization, says) => {
  expect(toldAbout(recordingWith(authorization), rules)).toMatchObject({
    cause,
    why: expect.arrayContaining([expect.stringMatching(says)]),
  });
});

it("sees that a header arrived although the export removed it", () => {
  const producer = { name: "WebInspector", version: "537.36", live: false };
  const exported = recordingWith(null).map((each) => ({ ...each, producer }));
  const { cause: said, why } = toldAbout(exported, rules);
  expect(said).toBe(cause);
  expect(why).toEqual(expect.arrayContaining([expect.stringMatching(/one arrived, although the capture holds none$/)]));
});
