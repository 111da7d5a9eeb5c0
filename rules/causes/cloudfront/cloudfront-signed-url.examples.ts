import { distribution } from "../../../testing/examples/requests.ts";
import { edge, s3Error, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a behaviour that wants signed URLs, called without",
      exchanges: [
        {
          url: `${distribution}/reports/2026.pdf`,
          status: 403,
          responseHeaders: { ...edge, server: "CloudFront", "content-type": "text/xml" },
          responseBody:
            '<?xml version="1.0" encoding="UTF-8"?><Error><Code>MissingKey</Code><Message>Missing Key-Pair-Id query parameter or cookie value</Message></Error>',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the bucket behind the distribution denies",
      exchanges: [
        { url: `${distribution}/reports/2026.pdf`, ...throughEdge(s3Error("AccessDenied", "Access Denied")) },
      ],
      insteadCause: "s3-access-denied",
    },
  ],
} satisfies Examples;
