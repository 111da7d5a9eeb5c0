import { expect, it } from "vitest";
import { headersOf } from "../headers.ts";
import { targetOf } from "../target.ts";
import { instantOf, isSigv4, sigv4Of } from "./sigv4.ts";

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

const scope = "AKIAIOSFODNN7EXAMPLE/20220331/eu-west-1/execute-api/aws4_request";

it("needs no spaces behind the commas, and takes either case and order", () => {
  const dense = `AWS4-HMAC-SHA256 signature=abc,SignedHeaders=Host;X-Amz-Date,credential=${scope}`;
  expect(sigv4Of(dense, headers, target)).toEqual(sigv4Of(authorization, headers, target));
});

it("reads SigV4a, whose scope has no region and whose header names a set", () => {
  const sigv4a = `AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20220331/execute-api/aws4_request, SignedHeaders=host;x-amz-date;x-amz-region-set, Signature=3045`;
  const withSet = headersOf([...headers.all, { name: "X-Amz-Region-Set", value: "eu-west-1, us-*" }]);
  expect(sigv4Of(sigv4a, withSet, target)).toMatchObject({
    algorithm: "AWS4-ECDSA-P256-SHA256",
    scopeDate: "20220331",
    region: null,
    regionSet: ["eu-west-1", "us-*"],
    service: "execute-api",
    defects: [],
  });
  expect(isSigv4(sigv4a)).toBe(true);
});

it("takes the instant from Date where there is no x-amz-date, in either form", () => {
  const by = (name: string, value: string) => sigv4Of(authorization, headersOf([{ name, value }]), target)?.signedAt;
  expect(by("Date", "Thu, 31 Mar 2022 09:48:28 GMT")).toBe(Date.UTC(2022, 2, 31, 9, 48, 28));
  expect(by("Date", "20220331T094828Z")).toBe(Date.UTC(2022, 2, 31, 9, 48, 28));
  expect(by("Date", "yesterday")).toBeNull();
});

const sigv4 = "AWS4-HMAC-SHA256 ";
const rest = "SignedHeaders=host;x-amz-date, Signature=abc";

it.each([
  [`Bearer x,${authorization}`, "another credential stands before the signature in the same header"],
  [`${authorization}, Bearer x`, "a part of it is no key=value pair"],
  [`${sigv4}Credential=${scope}, Credential=${scope}, ${rest}`, "Credential is there twice"],
  [`${sigv4}Credential=a/b, ${rest}`, "Credential has 2 parts instead of 5"],
  [
    `${sigv4}Credential=AKIA IOSF/20220331/eu-west-1/execute-api/aws4_request, ${rest}`,
    "the access key id holds white space",
  ],
  [`${sigv4}Credential=${scope}, SignedHeaders=x-amz-date, Signature=abc`, "host is not among the signed headers"],
  [`${sigv4}Credential=${scope}, SignedHeaders=host, Signature=`, "Signature is missing"],
  [`${sigv4}Credential=${scope}, SignedHeaders=host`, "Signature is missing"],
  [`AWS4-ECDSA-P256-SHA256 Credential=${scope}, ${rest}`, "Credential has 5 parts instead of 4"],
])("names what is malformed in %s", (value, defect) => {
  expect(sigv4Of(value, headers, target)?.defects).toEqual([defect]);
});

it("misses a date that is in neither header", () => {
  expect(sigv4Of(authorization, headersOf([]), target)?.defects).toEqual(["neither x-amz-date nor date is sent"]);
});

it("reads two Authorization headers as one, and a repeated one once", () => {
  const sent = (...values: string[]) =>
    sigv4Of(
      values[0] ?? null,
      headersOf([...headers.all, ...values.map((value) => ({ name: "Authorization", value }))]),
      target,
    )?.defects;
  expect(sent("Bearer x", authorization)).toEqual([
    "another credential stands before the signature in the same header",
  ]);
  expect(sent(authorization, "Bearer x")).toEqual(["a part of it is no key=value pair"]);
  expect(sent(authorization, authorization)).toEqual([]);
});

const presigned =
  "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A%2F20220331%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20220331T094828Z&X-Amz-SignedHeaders=host&X-Amz-Signature=abc";

it.each([
  [presigned, []],
  [presigned.replace("X-Amz-Signature=abc", ""), ["X-Amz-Signature is missing"]],
  [presigned.replace("HMAC", "HEX"), ["X-Amz-Algorithm names no algorithm of SigV4"]],
  [`${presigned}&X-Amz-Date=20220331T094829Z`, ["X-Amz-Date is there twice"]],
  [`${presigned}&X-Amz-Expires=604801`, ["X-Amz-Expires is no number of seconds up to seven days"]],
  [`${presigned}&X-Amz-Expires=soon`, ["X-Amz-Expires is no number of seconds up to seven days"]],
])("names what is malformed in a presigned URL: %s", (query, defects) => {
  expect(sigv4Of(null, headersOf([]), targetOf(`https://api.example.com/?${query}`))?.defects).toEqual(defects);
});

it("finds no signature in other credentials", () => {
  expect(sigv4Of("Bearer x", headers, target)).toBeNull();
  expect(sigv4Of(null, headers, target)).toBeNull();
});

it("reads no instant out of another date form", () => {
  expect(instantOf("2022-03-31T09:48:28Z")).toBeNull();
  expect(instantOf("20229931T094828Z")).toBeNull();
});
