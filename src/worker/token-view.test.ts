import { expect, test } from "vitest";
import { exampleStart, recordingOf } from "../../testing/examples/recording.ts";
import { openSession } from "../session/open-session.ts";
import { tokenView } from "./token-view.ts";

const start = exampleStart / 1000;

function viewOf(claims: Readonly<Record<string, unknown>> | null) {
  const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const token = `${encoded({ alg: "RS256" })}.${encoded(claims)}.c2lnbmF0dXJl`;
  const sends: Record<string, string> = claims === null ? {} : { authorization: `Bearer ${token}` };
  const url = "https://h1t2t3p4a5.execute-api.eu-west-1.amazonaws.com/orders";
  const [exchange] = openSession(
    recordingOf({ title: "", exchanges: [{ url, status: 403, requestHeaders: sends }] }),
    [],
  ).exchanges;
  if (exchange === undefined) throw new Error("nothing was recorded");
  return { view: tokenView(exchange), token };
}

test("an expired token is told by the server's clock", () => {
  const { view } = viewOf({ iat: start - 3600, exp: start - 180 });
  expect(view?.isValid).toBe(false);
  expect(view?.says).toBe("Expired 3 min before the response.");
  expect(view?.instants.map(({ what }) => what)).toEqual(["iat", "exp", "response"]);
});

test("a token of the future, and one in time", () => {
  expect(viewOf({ nbf: start + 60, exp: start + 600 }).view).toMatchObject({
    isValid: false,
    says: "Not valid until 1 min after the response.",
  });
  expect(viewOf({ exp: start + 600 }).view).toMatchObject({ isValid: true });
  expect(viewOf({ iss: "https://id.example.com/" }).view).toMatchObject({ isValid: null });
});

test("neither the token nor claims about a person are handed over", () => {
  const claims = { sub: "user-17", email: "user@example.com", iss: "https://id.example.com/", aud: "shop", exp: 1e300 };
  const { view, token } = viewOf(claims);
  const text = JSON.stringify(view);
  expect(view?.facts).toContainEqual({ name: "iss", value: "https://id.example.com/" });
  for (const part of [...token.split("."), "user-17", "user@example.com"]) expect(text).not.toContain(part);
  expect(view?.instants.map(({ what }) => what)).toEqual(["response"]);
});

test("no token is no view", () => {
  expect(viewOf(null).view).toBeNull();
});
