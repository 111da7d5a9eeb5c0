import { endpoint, epoch, jwt } from "../../../testing/examples/requests.ts";
import { accessDenied, ok, unauthorized } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

function accessToken(scope: string): string {
  const iss = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_ExAmPlE00";
  return `Bearer ${jwt({ iss, sub: "ada", token_use: "access", scope, exp: epoch(3600) })}`;
}

/** A Cognito authorizer returns 401 for most errors. AWS documents ACCESS_DENIED for a token without the scopes. */
export default {
  mustSay: [
    {
      title: "a valid access token of the pool without the scope of the method",
      exchanges: [
        { method: "POST", url: `${endpoint}/prod/orders`, ...unauthorized },
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: accessToken("orders/read") },
          ...accessDenied("User is not authorized to access this resource"),
        },
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: accessToken("orders/write") },
          ...ok,
        },
      ],
      diagnose: 1,
    },
  ],
  mustNotSay: [
    {
      title: "an explicit deny needs an authorizer that writes policies",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: accessToken("orders/read") },
          ...accessDenied("User is not authorized to access this resource with an explicit deny"),
        },
      ],
      insteadCause: "lambda-authorizer-explicit-deny",
    },
  ],
} satisfies Examples;
