import { endpoint, preflight, presigned } from "../../../testing/examples/requests.ts";
import { restSuccess, s3Error, s3Xml } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "an object that isn't public",
      exchanges: [
        {
          url: "https://reports-example.s3.eu-west-1.amazonaws.com/2026.pdf",
          ...s3Error("AccessDenied", "Access Denied"),
        },
      ],
    },
    {
      title: "a presigned URL that has ended",
      exchanges: [
        {
          url: `https://reports-example.s3.eu-west-1.amazonaws.com/2026.pdf?${presigned(-900, 300)}`,
          ...s3Error("AccessDenied", "Request has expired", "<X-Amz-Expires>300</X-Amz-Expires>"),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the bucket has no CORS rules",
      exchanges: [
        {
          ...preflight("https://reports-example.s3.eu-west-1.amazonaws.com/2026.pdf", "PUT", "content-type"),
          ...s3Error("AccessForbidden", "CORSResponse: CORS is not enabled for this bucket."),
        },
      ],
      insteadCause: "s3-cors-forbidden",
    },
    {
      title: "S3 behind an integration of API Gateway",
      exchanges: [
        {
          url: `${endpoint}/prod/files/2026.pdf`,
          status: 403,
          responseHeaders: { ...restSuccess, "content-type": "application/xml" },
          responseBody: s3Xml("AccessDenied", "Access Denied"),
        },
      ],
      insteadCause: "integration-aws-service-denied",
    },
  ],
  withoutCommand: { confirm: "the times in the link show it" },
} satisfies Examples;
