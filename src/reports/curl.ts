import type { NameValue } from "../capture/entry.ts";
import type { CommandTexts } from "../commands/command.ts";
import { addPart, type Part } from "../commands/command-words.ts";
import { posixWord, shownControls } from "../commands/posix.ts";
import { powershellWord } from "../commands/powershell.ts";
import type { Request } from "../exchange/exchange.ts";
import { type Sigv4, sigv4Of } from "../exchange/sigv4/sigv4.ts";
import { secretsOf, withoutEchoes } from "../privacy/echoed-secrets.ts";
import { redactHeader, redactText, redactUrl } from "../privacy/redaction.ts";

/** Most characters of a body in a command that a person can still read. */
const readableBody = 4000;

type Word = readonly Part[];

/** Words that share a line, such as an option and its value. */
type Line = readonly Word[];

/**
 * Writes the request as a curl command for each shell. A secret becomes an environment variable with the name of its header
 * or parameter. curl makes a new SigV4 signature, since the captured one has expired.
 */
export function requestAsCurl(request: Request): CommandTexts {
  const { authorization, target } = request;
  const sigv4 = sigv4Of(authorization.known ? authorization.value : null, request.headers, target);
  const signed = sigv4?.place === "header" ? sigv4 : null;
  const secrets = secretsOf(request);
  const headers = request.headers.all.filter(({ name }) => isSent(name.toLowerCase(), signed !== null));
  const lines = [
    [...plain("curl", "-gv", ...methodOption(request.method), "--url"), urlWord(request.url)],
    ...headers.map((header) => headerOption(header, secrets)),
    ...(signed === null ? [] : signingOptions(signed)),
    ...bodyOptions(request, secrets),
  ];
  return { command: inShell(lines, posixWord, "\\"), powershell: inShell(lines, powershellWord, "`") };
}

/** @param goesOn the character at a line's end that continues the command */
function inShell(lines: readonly Line[], write: (word: Word) => string, goesOn: string): string {
  return lines.map((line) => line.map(write).join(" ")).join(` ${goesOn}\n  `);
}

function plain(...words: readonly string[]): Line {
  return words.map((word) => [text(word)]);
}

function text(value: string): Part {
  return { text: shownControls(value) };
}

/** `-X HEAD` would let curl wait for a body that never comes. */
function methodOption(method: string): readonly string[] {
  return method === "HEAD" ? ["--head"] : ["-X", method];
}

/** The name of a header (RFC 9110, 5.6.2); curl would take others, such as `@file`, for something else. */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/** Headers that curl writes itself. */
const ownHeaders = new Set(["host", "content-length", "connection", "accept-encoding", "transfer-encoding"]);

const signingHeaders = new Set(["authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"]);

function isSent(name: string, isSigned: boolean): boolean {
  return headerName.test(name) && !ownHeaders.has(name) && !(isSigned && signingHeaders.has(name));
}

/** `name:` without a value would remove the header; `name;` sends it empty (curl(1), --header). */
function headerOption({ name, value }: NameValue, secrets: readonly string[]): Line {
  const isSecret = withoutEchoes(redactHeader(name, value), secrets) !== value;
  if (value === "") return plain("-H", `${name};`);
  if (!isSecret) return plain("-H", `${name}: ${value}`);
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[0] ?? "";
  return [[text("-H")], [text(`${name}: ${scheme}`), variable(name)]];
}

/** The URL as one word; a secret value of a parameter becomes a variable. */
function urlWord(url: string): Word {
  const [beforeQuery = "", ...rest] = (url.split("#")[0] ?? "").split("?");
  const word: Part[] = [text(redactUrl(beforeQuery))];
  const pairs = rest.length === 0 ? [] : rest.join("?").split("&");
  for (const [at, pair] of pairs.entries()) {
    for (const part of [text(at === 0 ? "?" : "&"), ...parts(pair)]) addPart(word, part);
  }
  return word;
}

function parts(pair: string): Word {
  if (redactUrl(`?${pair}`) === `?${pair}`) return [text(pair)];
  const name = pair.split("=")[0] ?? "";
  return [text(`${redactText(name)}=`), variable(name)];
}

function variable(name: string): Part {
  const upper = name.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
  return { withVariables: `$${/^[A-Z]/.test(upper) ? upper : `SECRET_${upper}`}` };
}

function signingOptions({ region, service, sessionToken }: Sigv4): readonly Line[] {
  const provider = `aws:amz:${region ?? "REGION"}:${service ?? "execute-api"}`;
  const keys = { withVariables: "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" };
  const token = { withVariables: "x-amz-security-token: $AWS_SESSION_TOKEN" };
  const signing = [...plain("--aws-sigv4", provider, "--user"), [keys]];
  return [sessionToken === null ? signing : [...signing, [text("-H")], [token]]];
}

/** A body that is long, binary or partly secret comes from a variable. */
function bodyOptions({ body }: Request, secrets: readonly string[]): readonly Line[] {
  if (!body.known || body.value === "") return [];
  const sent = body.value;
  const isPlain =
    sent.length <= readableBody && withoutEchoes(redactText(sent), secrets) === sent && !/\p{Cc}|\p{Cf}/u.test(sent);
  return [isPlain ? plain("--data-raw", sent) : [[text("--data-raw")], [variable("body")]]];
}
