import { expect, test } from "vitest";
import { traitsOf } from "../capture/har/producer-traits.ts";
import { repairEntry } from "../capture/har/repair.ts";
import type { Exchange } from "./exchange.ts";
import { exchangeOf } from "./exchange-of.ts";
import { known, unknown } from "./known.ts";

function exchange(creator: string, response: object, sent = ["accept", "user-agent"]): Exchange {
  const headers = sent.map((name) => ({ name, value: "any" }));
  const repaired = repairEntry({
    startedDateTime: "2024-05-06T10:30:15.123Z",
    request: { method: "GET", url: "https://api.example/", headers },
    response,
  });
  if ("lost" in repaired) throw new Error(repaired.lost);
  const traits = traitsOf({ name: creator, version: "", live: false }, [repaired.entry]);
  return exchangeOf(repaired.entry, { id: 0, file: "a.har", entry: 0, bodyLost: null, traits });
}

const refused = { status: 403, headers: [{ name: "content-length", value: "23" }] };

test("a part that the producer leaves out is unknown, with the producer's reason", () => {
  const { startedAt, serverAddress, request } = exchange("Insomnia REST Client", refused);
  expect(startedAt).toEqual(unknown("Insomnia writes the time of the export in place of the request's"));
  expect(serverAddress).toEqual(unknown("Insomnia writes no server address"));
  expect(request.authorization).toMatchObject({ known: false, why: expect.stringContaining("AWS signature") });
  expect(exchange("WebInspector", refused).request.authorization).toMatchObject({ known: false });
  expect(exchange("chrome-har", refused).response.body).toEqual(unknown("chrome-har writes bodies only when asked to"));
});

test("a response that Playwright could not read had headers that are unknown", () => {
  const { errorTypes } = exchange("Playwright", { status: -1, headers: [] }).response;
  expect(errorTypes).toMatchObject({ known: false, why: expect.stringContaining("Playwright writes neither") });
});

test("an empty body stays known where the producer writes no others", () => {
  const empty = { status: 403, headers: [{ name: "content-length", value: "0" }] };
  expect(exchange("chrome-har", empty).response.body).toEqual(known(""));
});

function responding(...names: readonly string[]): object {
  return { status: 403, headers: names.map((name) => ({ name, value: "any" })) };
}

test("headers that every server and client sends show whether the others were left out", () => {
  const whole = exchange("anything", responding("content-type", "Date"));
  expect(whole.response.headersLeftOut).toBeNull();
  expect(whole.response.errorTypes).toEqual(known([]));
  expect(exchange("anything", responding("Date"), ["Host"]).request.headersLeftOut).toBeNull();

  const pasted = exchange("anything", responding("content-type"), ["accept"]);
  expect(pasted.response.headersLeftOut).toContain("not even a `date`");
  expect(pasted.response.errorTypes.known).toBe(false);
  expect(pasted.request.headersLeftOut).toContain("neither `host` nor `user-agent`");
  expect(pasted.request.authorization.known).toBe(false);

  const bodyAlone = exchange("anything", responding(), []);
  expect(bodyAlone.response.headersLeftOut).toBe("the response headers were not captured");
  expect(bodyAlone.request.headersLeftOut).toBe("the request headers were not captured");
});

test("an error type that is shown counts, whatever else was left out", () => {
  const shown = { status: 403, headers: [{ name: "x-amzn-errortype", value: "ForbiddenException:http://x/" }] };
  expect(exchange("anything", shown).response.errorTypes).toEqual(known(["ForbiddenException"]));
});

test("where the producer writes everything, what is missing was absent", () => {
  const { startedAt, request } = exchange("Firefox", refused);
  expect(request.authorization).toEqual(known(null));
  expect(startedAt.known).toBe(true);
});
