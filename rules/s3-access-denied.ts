import { bodyMatches } from "../src/diagnosis/clues/envelope.ts";
import { sameRefusalByGatewayElsewhere } from "../src/diagnosis/clues/neighbours.ts";
import { byS3 } from "../src/diagnosis/clues/refused-by.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "s3-access-denied",
  title: "S3 refused, not an API",
  refusedBy: "elsewhere",
  who: "Amazon S3",
  refusedAt: "elsewhere",
  prior: 0.6,
  clues: [
    ...byS3,
    weigh(sameRefusalByGatewayElsewhere, { yes: -1.5 }),
    weigh(
      bodyMatches(
        "s3-access-denied",
        /<Code>(?:AccessDenied|AllAccessDisabled|ExpiredToken|AccountProblem)<\/Code>/,
        "S3's AccessDenied",
      ),
      { yes: 3, no: -3 },
    ),
  ],
  means:
    "The request ended at an S3 bucket. The object may be missing and listing not allowed, the bucket private, or a presigned URL expired.",
  confirm: () => ({
    says: "See whether the object is there.",
    command: "aws s3api head-object --bucket BUCKET --key KEY",
  }),
  fix: () => [
    tell(
      "If an API was meant: correct the base URL or the CDN's path pattern. Else grant s3:GetObject, or renew the presigned URL.",
    ),
  ],
  links: [links.s3],
  wouldAnswer: {},
} satisfies Rule;
