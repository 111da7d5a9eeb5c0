import { expect, it } from "vitest";
import { headersOf } from "./headers.ts";
import { instantOf, sigv4Of } from "./sigv4.ts";
import { targetOf } from "./target.ts";

const authorization =
  "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20220331/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=abc";
const headers = headersOf([{ name: "X-Amz-Date", value: "20220331T094828Z" }]);
const target = targetOf("https://api.example.com/");

it("takes a credential in the header apart", () => {
  expect(sigv4Of(authorization, headers, target)).toMatchObject({
    place: "header",
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    region: "eu-west-1",
    service: "execute-api",
    signedHeaders: ["host", "x-amz-date"],
    signedAt: Date.UTC(2022, 2, 31, 9, 48, 28),
    defects: [],
  });
});

it("takes a presigned URL apart", () => {
  const url =
    "https://api.example.com/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIAEXAMPLE%2F20220331%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20220331T094828Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=abc";
  expect(sigv4Of(null, headersOf([]), targetOf(url))).toMatchObject({
    place: "query",
    accessKeyId: "ASIAEXAMPLE",
    expires: 900,
    sessionToken: null,
  });
});

it("names what is malformed", () => {
  expect(sigv4Of(`Bearer x,${authorization}`, headers, target)?.defects).toEqual([
    "another credential stands before the signature in the same header",
  ]);
  expect(sigv4Of("AWS4-HMAC-SHA256 Credential=a/b", headersOf([]), target)?.defects).toEqual([
    "SignedHeaders is missing",
    "Signature is missing",
    "neither x-amz-date nor date is sent",
    "Credential does not have five parts",
  ]);
});

it("finds no signature in other credentials", () => {
  expect(sigv4Of("Bearer x", headers, target)).toBeNull();
  expect(sigv4Of(null, headers, target)).toBeNull();
});

it("reads no instant out of another date form", () => {
  expect(instantOf("2022-03-31T09:48:28Z")).toBeNull();
  expect(instantOf("20229931T094828Z")).toBeNull();
});
