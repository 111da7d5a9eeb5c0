import { apiKey, bearer, endpoint, epoch, jwt, serverDate } from "../../../testing/examples/requests.ts";
import { accessDenied, nothingAllowsIn, ok, throughEdge, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const nothingAllows = `User is not authorized to access this resource${nothingAllowsIn("identity-based")}`;

/** The authorizer's policy names only the method that was called first, and is cached for the token. */
export default {
  mustSay: [
    {
      title: "the first route works, the second is denied at once, the first still works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ttfb: 420, ...ok },
        {
          url: `${endpoint}/prod/customers`,
          requestHeaders: { authorization: bearer },
          ttfb: 18,
          ...accessDenied("User is not authorized to access this resource"),
        },
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ttfb: 150, ...ok },
      ],
      diagnose: 1,
    },
    {
      title: "the wording that names a layer, through an edge-optimized API",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ttfb: 420, ...throughEdge(ok) },
        {
          method: "PUT",
          url: `${endpoint}/prod/orders/17`,
          at: 40,
          requestHeaders: { authorization: bearer },
          ttfb: 25,
          ...throughEdge(accessDenied(nothingAllows)),
        },
      ],
    },
    {
      title: "an authorizer whose identity source is a header named as API keys are",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ttfb: 420, ...ok },
        {
          url: `${endpoint}/prod/customers`,
          requestHeaders: { "x-api-key": apiKey },
          ttfb: 18,
          ...accessDenied("User is not authorized to access this resource"),
        },
      ],
    },
    {
      title: "an authorizer whose identity source is a query parameter",
      exchanges: [
        { url: `${endpoint}/prod/orders?token=EXAMPLEtoken`, ttfb: 420, ...ok },
        { url: `${endpoint}/prod/customers?token=EXAMPLEtoken`, ttfb: 18, ...accessDenied(nothingAllows) },
      ],
    },
    {
      title: "after the cache time the other route came first: what was allowed before is denied now",
      exchanges: [
        { url: `${endpoint}/prod/customers`, requestHeaders: { authorization: bearer }, ttfb: 400, ...ok },
        { url: `${endpoint}/prod/orders`, at: 600, requestHeaders: { authorization: bearer }, ttfb: 420, ...ok },
        {
          url: `${endpoint}/prod/customers`,
          at: 601,
          requestHeaders: { authorization: bearer },
          ttfb: 18,
          ...accessDenied(nothingAllows),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the token was issued during the recording, so nothing can be cached for it",
      exchanges: [
        { url: `${endpoint}/prod/health`, ...ok },
        {
          url: `${endpoint}/prod/customers`,
          at: 60,
          requestHeaders: { authorization: `Bearer ${jwt({ sub: "ada", iat: epoch(30), exp: epoch(3600) })}` },
          ...withHeaders(accessDenied(nothingAllows), serverDate(60)),
        },
      ],
      insteadCause: "lambda-authorizer-implicit-deny",
    },
    {
      title: "denied when nothing could be cached yet",
      exchanges: [
        {
          url: `${endpoint}/prod/customers`,
          requestHeaders: { authorization: bearer },
          ttfb: 420,
          ...accessDenied("User is not authorized to access this resource"),
        },
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ttfb: 150, ...ok },
      ],
      diagnose: 0,
      insteadCause: "lambda-authorizer-implicit-deny",
    },
    {
      title: "denied long after any cache had ended",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ttfb: 420, ...ok },
        {
          url: `${endpoint}/prod/customers`,
          at: 1800,
          requestHeaders: { authorization: bearer },
          ttfb: 400,
          ...accessDenied(nothingAllows),
        },
      ],
      insteadCause: "lambda-authorizer-implicit-deny",
    },
  ],
} satisfies Examples;
