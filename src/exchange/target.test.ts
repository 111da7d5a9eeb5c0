import { expect, it } from "vitest";
import { queryValue, targetOf } from "./target.ts";

it("keeps the path as it was sent", () => {
  const target = targetOf("https://API.example.com:8443/prod//a%2Fb/../c?x=1&x=&y#z");
  expect(target).toMatchObject({
    scheme: "https",
    hostname: "api.example.com",
    path: "/prod//a%2Fb/../c",
    segments: ["prod", "", "a%2Fb", "..", "c"],
    query: [
      ["x", "1"],
      ["x", ""],
      ["y", ""],
    ],
  });
});

it("finds the host behind user information and in brackets", () => {
  expect(targetOf("https://a:b@api.example.com/").hostname).toBe("api.example.com");
  expect(targetOf("http://[::1]:8080/x").hostname).toBe("[::1]");
});

it("gives empty parts for what is no URL", () => {
  expect(targetOf("data:text/plain,x")).toMatchObject({ hostname: "", path: "/" });
});

it("decodes query names and values, and lets malformed escapes be", () => {
  const target = targetOf("https://x.example/?X%2DAmz-Date=a%20b&bad=%zz");
  expect(queryValue(target, "x-amz-date")).toBe("a b");
  expect(queryValue(target, "bad")).toBe("%zz");
  expect(queryValue(target, "none")).toBeNull();
});
