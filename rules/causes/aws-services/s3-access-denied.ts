import {
  type Advice,
  advice,
  bodyMatches,
  byS3,
  type Case,
  change,
  command,
  links,
  type Rule,
  region,
  sameRefusalByGatewayElsewhere,
  verb,
  weigh,
} from "../../kit.ts";

const saysExpired = bodyMatches("s3-request-has-expired", /<Message>Request has expired/, "S3 on a link past its end");

function linkExpired(subject: Case): boolean {
  return saysExpired.ask(subject).answer === "yes";
}

/** The AWS CLI makes presigned URLs for GET only. */
function newLink(subject: Case): Advice {
  const says = "Make a new presigned URL shortly before it is used, or let it live longer (X-Amz-Expires).";
  if (verb(subject) !== "GET") return advice(says);
  return { says, ...command`aws s3 presign s3://BUCKET/KEY --expires-in 3600 --region ${region(subject)}` };
}

function permissionFor(subject: Case): string {
  if (["PUT", "POST"].includes(verb(subject))) return "s3:PutObject";
  return verb(subject) === "DELETE" ? "s3:DeleteObject" : "s3:GetObject";
}

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
        { holds: "the body is S3's access denial", fails: "the body is not S3's access denial" },
      ),
      { yes: 3, no: -3 },
    ),
  ],
  means:
    "The request ended at an S3 bucket. The object may be missing and listing not allowed, the bucket private, or a presigned URL expired.",
  confirm: (subject) =>
    linkExpired(subject)
      ? advice("Add X-Amz-Expires to X-Amz-Date in the link, and compare the sum with the response's Date.")
      : {
          says: "See whether the object is there.",
          ...command`aws s3api head-object --bucket BUCKET --key KEY --region ${region(subject)}`,
        },
  fix: (subject) =>
    linkExpired(subject)
      ? [newLink(subject)]
      : [
          advice("If an API was meant: correct the base URL or the CDN's path pattern."),
          change(
            `Else grant the caller ${permissionFor(subject)} in the bucket's policy, or renew the presigned URL. Start from the policy as it is (\`get-bucket-policy\`): the command replaces the whole of it.`,
            command`aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json --region ${region(subject)}`,
          ),
        ],
  links: [links.s3],
  expectedResults: {},
} satisfies Rule;
