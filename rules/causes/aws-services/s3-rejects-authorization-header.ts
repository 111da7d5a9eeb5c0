import { advice, bodyMatches, byS3, cacheBehaviors, changeDistribution, links, type Rule, weigh } from "../../kit.ts";

export default {
  id: "s3-rejects-authorization-header",
  title: "An API call with a token landed on S3",
  refusedBy: "elsewhere",
  who: "Amazon S3",
  refusedAt: "elsewhere",
  prior: 0.2,
  clues: [
    ...byS3,
    weigh(
      bodyMatches(
        "s3-authorization",
        /Only one auth mechanism allowed|Unsupported Authorization Type|<Code>InvalidArgument<\/Code>[\s\S]{0,80}Authorization/,
        "S3's complaint about the Authorization header",
        {
          holds: "the body is S3's error for an Authorization header",
          fails: "the body is not S3's error for an Authorization header",
        },
      ),
      { yes: 5, no: -4 },
    ),
  ],
  means:
    "S3 cannot read the Authorization header of this request. It was meant for an API, but the base URL or the CDN's path pattern leads to a bucket.",
  confirm: (subject) => cacheBehaviors(subject, "Compare the path with the CDN's behaviours: which origin gets it?"),
  fix: (subject) => [
    advice("Correct the base URL, or send no Authorization header to S3."),
    ...changeDistribution(subject, "Or correct the path pattern of the behaviour."),
  ],
  links: [links.s3],
  expectedResults: {},
} satisfies Rule;
