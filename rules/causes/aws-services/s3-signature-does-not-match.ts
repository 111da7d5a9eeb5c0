import { advice, bodyMatches, byS3, command, links, type Rule, region, weigh } from "../../kit.ts";

export default {
  id: "s3-signature-does-not-match",
  title: "The presigned S3 URL doesn't match the request",
  refusedBy: "elsewhere",
  who: "Amazon S3",
  refusedAt: "elsewhere",
  prior: 0.3,
  clues: [
    ...byS3,
    weigh(bodyMatches("s3-signature", /<Code>SignatureDoesNotMatch<\/Code>/, "S3's signature error"), {
      yes: 5,
      no: -4,
    }),
  ],
  means:
    "The request differs from what was signed: often another content type or verb than the presigned URL was made for.",
  confirm: () => advice("Compare verb, content type and headers with those that were signed."),
  fix: (subject) => [
    advice("Send exactly the verb, content type and headers that the URL was signed for."),
    {
      says: "Or sign anew; this is for a GET.",
      ...command`aws s3 presign s3://BUCKET/KEY --expires-in 3600 --region ${region(subject)}`,
    },
  ],
  links: [links.s3],
  expectedResults: {},
} satisfies Rule;
