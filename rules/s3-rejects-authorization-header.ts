import { changeDistribution } from "../src/diagnosis/cloudfront-advice.ts";
import { bodyMatches } from "../src/diagnosis/clues/envelope.ts";
import { byS3 } from "../src/diagnosis/clues/refused-by.ts";
import { command } from "../src/diagnosis/command.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

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
      ),
      { yes: 5, no: -4 },
    ),
  ],
  means:
    "S3 cannot read the Authorization header of this request. It was meant for an API, but the base URL or the CDN's path pattern leads to a bucket.",
  confirm: () => ({
    says: "Compare the path with the CDN's behaviours: which origin gets it?",
    ...command`aws cloudfront get-distribution-config --id DISTRIBUTION_ID --query DistributionConfig.CacheBehaviors`,
  }),
  fix: () => [
    tell("Correct the base URL, or send no Authorization header to S3."),
    changeDistribution("Or correct the path pattern of the behaviour."),
  ],
  links: [links.s3],
  wouldAnswer: {},
} satisfies Rule;
