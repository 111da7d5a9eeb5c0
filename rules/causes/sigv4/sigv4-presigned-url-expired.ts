import {
  advice,
  bySignatureCheck,
  links,
  presignedUrlIsExpired,
  presignedUrlLivesByOwnClock,
  type Rule,
  weigh,
} from "../../kit.ts";

export default {
  id: "sigv4-presigned-url-expired",
  title: "The presigned URL has expired",
  shares: ["host", "path"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.2,
  clues: [
    ...bySignatureCheck(["InvalidSignatureException"], ["signature-expired"]),
    weigh(presignedUrlIsExpired, { yes: 5, no: "never" }),
    weigh(presignedUrlLivesByOwnClock, { yes: -5 }),
  ],
  means: "The signature in the URL's query was made for a limited time, which was over when the request arrived.",
  confirm: () => advice("Add `X-Amz-Expires` (seconds) to `X-Amz-Date` and compare with the response's `Date`."),
  fix: () => [
    advice(
      "Make a new URL at the moment it is used, or a longer-lived one (seven days at most; a temporary credential ends it earlier).",
    ),
  ],
  links: [links.sigv4],
  expectedResults: {},
} satisfies Rule;
