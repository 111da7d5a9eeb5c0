import {
  bodyMatches,
  byS3,
  change,
  command,
  links,
  pageHeaders,
  pageOrigin,
  pageVerb,
  quote,
  type Rule,
  region,
  weigh,
} from "../../kit.ts";

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
  confirm: (subject) => ({
    says: "See the bucket's CORS configuration.",
    ...command`aws s3api get-bucket-cors --bucket BUCKET --region ${region(subject)}`,
  }),
  fix: (subject) => [
    change(
      `Add a rule for the origin ${quote(pageOrigin(subject))}, the method ${quote(pageVerb(subject))} and the headers ${quote(pageHeaders(subject).join(", "))} to those that are there: the command replaces all of them.`,
      command`aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors.json --region ${region(subject)}`,
    ),
  ],
  links: [links.s3],
  expectedResults: {},
} satisfies Rule;
