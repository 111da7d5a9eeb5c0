import { describe, expect, it } from "vitest";
import { firstToken, replaceTokens } from "./compact-token.ts";

const token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

describe("a JSON Web Token in a text", () => {
  it.each([
    ["by itself", token],
    ["behind a name", `session-${token}`],
    ["behind a host", `www.example.com.${token}`],
    ["without a signature", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."],
    ["with a header of any length", `eyJ${"a".repeat(9000)}.eyJzdWIiOiIxIn0.x`],
  ])("is found %s", (_, text) => {
    expect(text.endsWith(firstToken(text)?.text ?? "none")).toBe(true);
    expect(replaceTokens(text, () => "TOKEN")).toMatch(/^(?:|session-|www\.example\.com\.)TOKEN$/);
  });

  it.each(["eyJhbGciOiJub25lIn0.eyJ", "eyJa.eyJzdWIiOiIxIn0.x", "keyJhbGciOiJub25lIn0.eyJzdWIiOi.x", "a.b.c"])(
    "is not taken to be in %s",
    (text) => {
      expect(firstToken(text)).toBeNull();
      expect(replaceTokens(text, () => "TOKEN")).toBe(text);
    },
  );

  it("is found each time", () => {
    expect(replaceTokens(`${token}.${token}`, () => "TOKEN")).toBe("TOKEN.TOKEN");
  });
});
