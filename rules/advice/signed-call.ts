import { type CommandTexts, command, commandOf } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { canonicalQuery } from "../../src/exchange/sigv4/canonical-request.ts";
import { targetOf } from "../../src/exchange/target.ts";
import { redactHeader, redactUrl } from "../../src/privacy/redaction.ts";
import { region } from "./owner-commands.ts";

/** The service whose name the signature has. */
type SignedService = "execute-api" | "lambda";

/** Has curl sign the request and send it. `says` is what that is for. */
export function signCall(subject: Case, says: string, service: SignedService = "execute-api"): Advice {
  return { says: [says, ...whatCurlNeeds(subject)].join(" "), ...signedCurl(subject, service) };
}

function whatCurlNeeds(subject: Case): readonly string[] {
  // Curl 7 signs the header without a value, and does not send it.
  const token = "With long-lived keys leave the header `x-amz-security-token` out.";
  const body = hasBody(subject) ? ["Save the body as request-body."] : [];
  // API Gateway expects a path encoded once more than it is sent, which curl 7 does not do.
  const path = /%/.test(subject.exchange.request.target.path)
    ? ["Curl 7 signs the escapes of this path wrongly: take curl 8.9 or newer, or an AWS SDK."]
    : [];
  return [...body, token, ...path];
}

/** The request, signed by curl for a service. Variables of the shell hold the credentials. */
export function signedCurl(subject: Case, service: SignedService = "execute-api"): CommandTexts {
  const { request } = subject.exchange;
  const type = request.headers.get("content-type") ?? "application/json";
  return commandOf(
    command`curl -si --aws-sigv4 ${`aws:amz:${region(subject)}:${service}`} --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" -H "x-amz-security-token: $AWS_SESSION_TOKEN"`,
    ...(hasBody(subject)
      ? [command`-H ${`content-type: ${redactHeader("content-type", type)}`} --data-binary @request-body`]
      : []),
    command`-X ${request.method} ${signableUrl(request.url)}`,
  );
}

/**
 * The URL with its query as it is signed, without an earlier signature: curl before 8.4 signs the query as it is given
 * (https://github.com/curl/curl/issues/9717, https://github.com/curl/curl/pull/11806).
 */
function signableUrl(url: string): string {
  const redacted = redactUrl(url);
  const { rawQuery, query } = targetOf(redacted);
  if (rawQuery === "") return redacted;
  const unsigned = canonicalQuery(query.filter(([name]) => !/^x-amz-/i.test(name)));
  const before = redacted.slice(0, redacted.indexOf("?"));
  return unsigned === "" ? before : `${before}?${unsigned}`;
}

function hasBody({ exchange: { request } }: Case): boolean {
  return request.bodySize.known && request.bodySize.value > 0;
}
