import { expect, it } from "vitest";
import { sha256Hex } from "../exchange/sha256.ts";
import { placeholder, placeholderNumbers } from "./placeholder.ts";
import { redactHeader, redactPeople, redactText, redactUrl } from "./redaction.ts";

const secret = "Zs3cretZs3cretZs3cret";
const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlc2lnbmF0dXJl";

it.each([
  ["authorization", `Bearer ${secret}`],
  ["Authorization", `AWS4-HMAC-SHA256 Credential=${secret}/x`],
  ["Cookie", `session=${secret}`],
  ["set-cookie", `session=${secret}; Path=/`],
  ["x-api-key", secret],
  ["x-amz-security-token", secret],
  ["x-custom-token", secret],
  ["apikey", secret],
  [":path", `/orders?api_key=${secret}`],
  ["referer", `https://example.com/?token=${secret}`],
  ["x-anything", `prefix ${jwt}`],
])("hides the secret in the header %s", (name, value) => {
  const shown = redactHeader(name, value);
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain(jwt);
});

it("keeps the scheme of an Authorization header, which decides many a diagnosis", () => {
  expect(redactHeader("authorization", `Bearer ${secret}`)).toMatch(/^Bearer \[redacted/);
});

it.each(["x-amzn-errortype", "content-type", "x-amzn-requestid", "user-agent"])("shows %s", (name) => {
  expect(redactHeader(name, "ForbiddenException")).toBe("ForbiddenException");
});

it.each([
  `https://example.com/a?X-Amz-Signature=${secret}&x=1`,
  `https://example.com/a?X-Amz-Security-Token=${secret}`,
  `https://example.com/a?access%5Ftoken=${secret}`,
  `https://example.com/cb#access_token=${secret}`,
  `https://user:${secret}@example.com/a`,
  `https://example.com/a?code=${secret}`,
  `https://example.com/${jwt}/a`,
])("hides the secret in %s", (url) => {
  expect(redactUrl(url)).not.toContain(secret);
  expect(redactUrl(url)).not.toContain(jwt);
});

it("shows which scope a challenge asks for", () => {
  const challenge = 'Bearer scope="orders.read" error="insufficient_scope" error_description="expected scopes: [x]"';
  expect(redactHeader("www-authenticate", challenge)).toBe(challenge);
});

it("leaves an ordinary URL as it is", () => {
  const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders?limit=20&empty=#top";
  expect(redactUrl(url)).toBe(url);
});

it.each([
  `{"password":"${secret}","user":"ada"}`,
  `{"refreshToken": "${secret}"}`,
  `x-api-key:${secret}\nx-amz-date:20220331T094828Z`,
  `x-amz-security-token:${secret}\n`,
  `'Bearer ${secret}' not a valid key=value pair (missing equal-sign) in Authorization header`,
  `'${secret}' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer ${secret}'.`,
  `Authorization header requires 'Credential' parameter. Authorization=${secret}`,
  `{"error":"Bearer ${secret}="}`,
])("hides the secret in the text %s", (text) => expect(redactText(text)).not.toContain(secret));

it.each([
  `{"clientSecret":"${secret}"}`,
  `{"credentials":{"value":["${secret}"]}}`,
  `{"pin":1234}`,
  JSON.stringify({ body: JSON.stringify({ refresh_token: secret }) }),
  `prefix {"token":"${secret}"} suffix`,
  `grant_type=x&client_secret=${secret}`,
  `<r><ns:SecretAccessKey>${secret}</ns:SecretAccessKey></r>`,
  `--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n${secret}\r\n--b--`,
  `see https://ada:${secret}@example.com/ or https://example.com/?api_key=${secret}`,
])("hides the secret in the body %s", (text) => {
  expect(redactText(text)).not.toContain(secret);
  expect(redactText(text)).not.toContain("1234");
});

it.each([
  '{"code":"AccessDenied","message":"Forbidden"}',
  '{\n  "b": 1.0\n}',
  "<Error><Code>AccessDenied</Code></Error>",
  "limit=20&next=https%3A%2F%2Fexample.com%2F%3Fpage%3D2",
])("leaves a body without secrets exactly as it is: %s", (text) => expect(redactText(text)).toBe(text));

it("hides a secret in an address inside a parameter, encoded as the parameter is", () => {
  const inner = encodeURIComponent(`https://example.com/?token=${secret}`);
  expect(redactUrl(`https://example.com/login?next=${inner}`)).not.toContain(secret);
});

it("gives a secret one placeholder, however its place encodes it", () => {
  const plain = "Zs3cret/+Zs3cret=";
  const [inUrl] = /\[redacted \w+\]/.exec(redactUrl(`https://example.com/?token=${encodeURIComponent(plain)}`)) ?? [];
  expect(redactHeader("x-auth-token", plain)).toBe(inUrl);
});

it("hides account ids and e-mail addresses where that is asked for", () => {
  const text = "User: arn:aws:iam::123456789012:user/ada (ada.l@example.com, 1772443800000)";
  expect(redactText(text)).toBe(text);
  expect(redactPeople(text)).toMatch(
    /^User: arn:aws:iam::\[redacted \w+\]:user\/ada \(\[redacted \w+\], 1772443800000\)$/,
  );
});

it("numbers placeholders within one output, the same for the same secret", () => {
  const number = placeholderNumbers();
  expect(number(`${placeholder("a")} ${placeholder("b")}`)).toBe("[redacted 1] [redacted 2]");
  expect(number(placeholder("b"))).toBe("[redacted 2]");
});

it("draws placeholders with a key: a guess cannot be checked by hashing it", () => {
  expect(placeholder("1234")).not.toContain(sha256Hex("1234").slice(0, 6));
});

it("gives equal secrets equal placeholders, and others others", () => {
  expect(placeholder("a")).toBe(placeholder("a"));
  expect(placeholder("a")).not.toBe(placeholder("b"));
});

it("comes back from hostile text", () => {
  const hostile = [
    `"${"a".repeat(200_000)}`,
    `eyJ${"a.".repeat(100_000)}`,
    `'${"x".repeat(200_000)}`,
    "\\".repeat(200_000),
    `{"a":${"[".repeat(100_000)}`,
    `name="${'a"\n'.repeat(50_000)}`,
    "http://".repeat(30_000),
    "?a=".repeat(60_000),
    "<a>".repeat(60_000),
    '\\"a\\":\\"'.repeat(20_000),
    `${"a".repeat(100_000)}@`,
  ];
  for (const text of hostile) expect(redactPeople(redactText(text))).not.toBe("");
});
