import type { Account } from "./definition.ts";
import { forbidden, type Refusal } from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";
import type { Cut } from "./response.ts";

/**
 * Mutual TLS of a custom domain. Without a certificate there is no response: the connection ends. With one that the
 * truststore didn't issue API Gateway completes the handshake and refuses over HTTP.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 */
export function checkClientCertificate(request: GatewayRequest, account: Account): Refusal | Cut | undefined {
  const domain = account.customDomains.find((candidate) => candidate.name === request.host);
  if (!domain?.mutualTls) return undefined;
  if (request.clientCertificate === "trusted") return undefined;
  if (request.clientCertificate === "untrusted") return forbidden("NONE");
  return { kind: "cut" };
}
