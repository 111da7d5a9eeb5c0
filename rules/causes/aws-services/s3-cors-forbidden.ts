import { bodyMatches, byS3, command, links, type Rule, weigh } from "../../kit.ts";

export default {
  id: "s3-cors-forbidden",
  title: "The S3 bucket has no CORS rule for this origin",
  refusedBy: "elsewhere",
  who: "Amazon S3",
  refusedAt: "elsewhere",
  prior: 0.3,
  clues: [
    ...byS3,
    weigh(bodyMatches("s3-cors", /<Code>AccessForbidden<\/Code>|CORSResponse/, "S3's CORS refusal"), {
      yes: 5,
      no: -4,
    }),
  ],
  means: "The preflight reached a bucket whose CORS configuration allows neither this origin nor this method.",
  confirm: () => ({
    says: "See the bucket's CORS configuration.",
    ...command`aws s3api get-bucket-cors --bucket BUCKET`,
  }),
  fix: () => [
    {
      says: "Add a rule for the origin, method and headers.",
      ...command`aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors.json`,
    },
  ],
  links: [links.s3],
  expectedResults: {},
} satisfies Rule;
