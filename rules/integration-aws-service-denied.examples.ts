import type { Examples } from "../src/diagnosis/example.ts";
import { restSuccess, s3Error, s3Xml } from "./example-answers.ts";
import { endpoint } from "./example-requests.ts";

export default {
  mustSay: [
    {
      title: "the integration's role may not read the bucket",
      exchanges: [
        {
          url: `${endpoint}/prod/files/report.pdf`,
          status: 403,
          answers: { ...restSuccess, "content-type": "application/xml" },
          body: s3Xml("AccessDenied", "Access Denied"),
        },
      ],
    },
    {
      title: "Lambda called by another verb than POST",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          status: 403,
          answers: restSuccess,
          body: "<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be authorized</Message>\n</AccessDeniedException>\n",
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "S3 alone, without API Gateway before it",
      exchanges: [
        {
          url: "https://reports-example.s3.eu-west-1.amazonaws.com/report.pdf",
          ...s3Error("AccessDenied", "Access Denied"),
        },
      ],
      says: "s3-access-denied",
    },
  ],
} satisfies Examples;
