import { posix } from "../diagnosis/posix.ts";
import { secretsOf, withoutEchoes } from "../exchange/echoed-secrets.ts";
import type { Request } from "../exchange/exchange.ts";
import { redactHeader, redactText, redactUrl } from "../exchange/redaction.ts";
import { type Sigv4, sigv4Of } from "../exchange/sigv4.ts";
import type { NameValue } from "../har/entry.ts";

/** Characters of a body that still make a command that a person can read. */
const readableBody = 4000;

/**
 * The request as a curl command for a POSIX shell. Every secret is a shell variable that is named after its header or
 * parameter, and a SigV4 signature is made anew, since the captured one has aged.
 */
export function curlOf(request: Request): string {
  const { authorization, target } = request;
  const sigv4 = sigv4Of(authorization.known ? authorization.value : null, request.headers, target);
  const signed = sigv4?.place === "header" ? sigv4 : null;
  const secrets = secretsOf(request);
  const headers = request.headers.all.filter(({ name }) => isSent(name.toLowerCase(), signed !== null));
  return [
    `${posix`curl -gv `}${methodOption(request.method)}${posix`--url `}${urlWord(request.url)}`,
    ...headers.map((header) => headerOption(header, secrets)),
    ...(signed === null ? [] : [signingOptions(signed)]),
    ...bodyOptions(request, secrets),
  ].join(" \\\n  ");
}

/** With `-X HEAD` curl would wait for a body that never comes. */
function methodOption(method: string): string {
  return method === "HEAD" ? posix`--head ` : posix`-X ${method} `;
}

/** curl would take what is no name of a header, such as `@file`, for something else (RFC 9110, 5.6.2). */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/** curl writes these itself. */
const ownHeaders = new Set(["host", "content-length", "connection", "accept-encoding", "transfer-encoding"]);

const signingHeaders = new Set(["authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"]);

function isSent(name: string, isSigned: boolean): boolean {
  return headerName.test(name) && !ownHeaders.has(name) && !(isSigned && signingHeaders.has(name));
}

/** `name:` without a value would take the header away; `name;` sends it empty (curl(1), --header). */
function headerOption({ name, value }: NameValue, secrets: readonly string[]): string {
  const isSecret = withoutEchoes(redactHeader(name, value), secrets) !== value;
  if (value === "") return posix`-H ${`${name};`}`;
  if (!isSecret) return posix`-H ${`${name}: ${value}`}`;
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[0] ?? "";
  return `${posix`-H ${`${name}: ${scheme}`}`}${variable(name)}`;
}

/** Joined words are one word to a shell: `'https://…?key='"$KEY"'&page=2'`. */
function urlWord(url: string): string {
  const [beforeQuery = "", ...rest] = (url.split("#")[0] ?? "").split("?");
  const start = posix`${redactUrl(beforeQuery)}`;
  const query = rest.join("?");
  if (rest.length === 0) return start;
  const pairs = query.split("&").map(pairWord);
  return `${start}${posix`${"?"}`}${pairs.join(posix`${"&"}`)}`;
}

function pairWord(pair: string): string {
  const isSecret = redactUrl(`?${pair}`) !== `?${pair}`;
  if (!isSecret) return pair === "" ? "" : posix`${pair}`;
  const name = pair.split("=")[0] ?? "";
  return `${posix`${`${redactText(name)}=`}`}${variable(name)}`;
}

function variable(name: string): string {
  const plain = name.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
  return `"$${/^[A-Z]/.test(plain) ? plain : `SECRET_${plain}`}"`;
}

function signingOptions({ region, service, sessionToken }: Sigv4): string {
  const provider = `aws:amz:${region ?? "REGION"}:${service ?? "execute-api"}`;
  const signing = posix`--aws-sigv4 ${provider} --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`;
  return sessionToken === null ? signing : `${signing} -H "x-amz-security-token: $AWS_SESSION_TOKEN"`;
}

/** A body that is long, not text, or secret in part comes from a variable. */
function bodyOptions({ body }: Request, secrets: readonly string[]): readonly string[] {
  if (!body.known || body.value === "") return [];
  const text = body.value;
  const isPlain =
    text.length <= readableBody && withoutEchoes(redactText(text), secrets) === text && !/\p{Cc}|\p{Cf}/u.test(text);
  return [isPlain ? posix`--data-raw ${text}` : '--data-raw "$BODY"'];
}
