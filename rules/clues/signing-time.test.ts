import { expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import { toldAbout } from "../../testing/examples/explanation.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { endpoint, serverDate, signed } from "../../testing/examples/requests.ts";
import { ok, restError, restRefusal, withHeaders } from "../../testing/examples/responses.ts";
import type { ExampleExchange } from "../example.ts";
import { rules } from "../index.ts";
import { signedAtWrongTime } from "./signing-time.ts";

function explain(...exchanges: ExampleExchange[]) {
  return toldAbout(recordingOf({ title: "", exchanges }), rules);
}

const expired = (signedAt: string, limit: string, now: string) =>
  restError(
    "InvalidSignatureException",
    `Signature expired: ${signedAt} is now earlier than ${limit} (${now} - 5 min.)`,
  );

it("blames the client's clock where all responses show the same offset, and says how much", () => {
  const { cause, why, fix } = explain(
    { url: "https://www.example.com/", ...withHeaders(ok, serverDate(620)) },
    {
      url: `${endpoint}/prod/orders`,
      requestHeaders: signed({ at: 1 }),
      ...withHeaders(expired("20260302T093001Z", "20260302T093521Z", "20260302T094021Z"), serverDate(621)),
    },
  );
  expect(cause).toBe("sigv4-clock-skew");
  expect(why).toContain("the client's clock is 10 min 20 s behind the servers', as 2 of 2 responses show");
  expect(fix[0]).toMatch(/^Set the client's clock: .*10 min 20 s behind/);
  expect(why.join()).not.toMatch(/kept, queued or sent again/);
});

it("blames the signature where the clock is right", () => {
  const first = { url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok };
  const again = {
    url: `${endpoint}/prod/orders`,
    at: 900,
    requestHeaders: signed(),
    ...expired("20260302T093000Z", "20260302T094000Z", "20260302T094500Z"),
  };
  const { cause, why, fix } = explain(first, again);
  expect(cause).toBe("sigv4-clock-skew");
  expect(why).toContain(
    "by the client's own clock it was signed 15 min before it was sent: kept, queued or sent again",
  );
  expect(why).toContainEqual(
    expect.stringMatching(/^`GET \/prod\/orders` returned 200 .*with the very same signature before$/),
  );
  expect(fix).toEqual([expect.stringMatching(/^Sign each request at the moment it is sent/)]);
});

it("names both where the capture shows neither the start nor another response", () => {
  const refused = expired("20260302T093000Z", "20260302T094000Z", "20260302T094500Z");
  const [only] = recordingOf({
    title: "",
    exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...refused }],
  });
  if (only === undefined) throw new Error("nothing was recorded");
  const recorded = [{ ...only, har: { ...only.har, startedDateTime: null } }];
  const { cause, fix } = toldAbout(recorded, rules);
  expect(cause).toBe("sigv4-clock-skew");
  expect(fix).toHaveLength(2);
});

it("adds the age of a stored response to its Date before it compares clocks", () => {
  const answers = { ...restRefusal("InvalidSignatureException"), ...serverDate(-1300), age: "1300" };
  const subject = caseOf({
    url: `${endpoint}/prod/orders`,
    requestHeaders: signed(),
    status: 403,
    responseHeaders: answers,
  });
  expect(signedAtWrongTime.ask(subject)).toMatchObject({
    answer: "no",
    says: "the signature's time is the same as the server's clock",
  });
});
