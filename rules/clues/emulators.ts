import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { responseBody, responseHeader, url } from "../../src/diagnosis/quote.ts";
import { isPrivateAddress } from "../../src/exchange/host.ts";
import type { Wording } from "../../src/exchange/refusal-message.ts";

/** Clues about emulators of API Gateway: LocalStack, SAM local, serverless-offline and their like. */

/** Names of containers and of machines in the same network; nobody else resolves them. */
const localName = /^[^.:]+$|\.(?:local|internal|localdomain|home\.arpa)$/;

export const hostIsLocalName = clue({
  id: "host-is-local-name",
  holds: "the host is on the own machine or network",
  ask: ({ exchange: { host } }) => {
    const isLocal = host.kind === "emulator" || isPrivateAddress(host.hostname) || localName.test(host.hostname);
    return isLocal
      ? yes`${url(host.hostname)} is a name or address of the own machine or network`
      : no`${url(host.hostname)} is a name on the internet`;
  },
});

export const addressesEmulatedApi = clue({
  id: "addresses-emulated-api",
  holds: "the URL has the form of an emulated endpoint",
  ask: ({ exchange: { host } }) =>
    host.kind === "emulator" && host.apiId !== null
      ? yes("the URL has the form of an emulated execute-api endpoint")
      : no("the URL has not the form of an emulated execute-api endpoint"),
});

/** Words of serverless-offline (its errors are Boom's), LocalStack and floci; AWS has none of them. */
const emulatorsWords =
  /No principalId set on the Response|does not correspond to a deployed API Gateway API|"statusCode":\s*40[13],\s*"error":\s*"(?:Forbidden|Unauthorized)"/;

export const speaksLikeEmulator = clue({
  id: "speaks-like-emulator",
  holds: "the response is an emulator's",
  ask: ({ exchange: { response } }) => {
    const header = response.headers.all.find(({ name }) => /^x-localstack/i.test(name));
    if (header !== undefined) return yes`${responseHeader(header.name.toLowerCase())} is LocalStack's`;
    if (!response.body.known) return cannotTell("the body of the response", response.body.why);
    const words = emulatorsWords.exec(response.body.value.slice(0, 4000));
    return words
      ? yes`the body says ${responseBody(words[0])}, as emulators do`
      : no("the body has no words of an emulator");
  },
});

/** SAM local responds to an unknown route so; what AWS says is not among the words that applications choose. */
const gatewaysWords = new Set<Wording>(["missing-authentication-token", "incomplete-signature", "authorizer-denied"]);

export const imitatesGateway = clue({
  id: "imitates-gateway",
  holds: "the response has API Gateway's words without a request id of AWS",
  ask: ({ exchange: { response }, refusal }) => {
    if (!refusal.known) return cannotTell("the body of the response", refusal.why);
    const isOwn = ["x-amzn-requestid", "x-amz-apigw-id", "apigw-requestid"].some((name) => response.headers.has(name));
    if (!isOwn && response.headersLeftOut !== null) return cannotTell("who responded", response.headersLeftOut);
    return gatewaysWords.has(refusal.value.wording) && !isOwn
      ? yes`the response has API Gateway's words ${responseBody(refusal.value.message)} without a request id of AWS`
      : no("the response does not imitate API Gateway");
  },
});
