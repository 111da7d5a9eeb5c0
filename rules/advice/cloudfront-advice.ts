import { command, commandLines } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { change } from "./changes.ts";
import { globalRegion } from "./owner-commands.ts";

/** Shows a part of the owner's distribution. Callers see nothing of its configuration. */
export function distributionConfig(subject: Case, says: string, query: string): Advice {
  return {
    says,
    ...command`aws cloudfront get-distribution-config --id DISTRIBUTION_ID --query ${query} --region ${globalRegion(subject)}`,
  };
}

/** Shows what each cache behaviour does, the default one first. It has no path pattern. */
export function cacheBehaviors(subject: Case, says: string, fields: readonly BehaviorField[] = usualFields): Advice {
  const shown = fields.map((field) => `${field}:${pathOf[field] ?? field}`).join(",");
  const query = `DistributionConfig.[DefaultCacheBehavior,CacheBehaviors.Items[]][].{${shown}}`;
  return distributionConfig(subject, says, query);
}

/** A part of a cache behaviour by the name that CloudFront gives it. */
type BehaviorField =
  | "PathPattern"
  | "TargetOriginId"
  | "ViewerProtocolPolicy"
  | "AllowedMethods"
  | "OriginRequestPolicyId"
  | "TrustedSigners"
  | "TrustedKeyGroups"
  | "FunctionAssociations"
  | "LambdaFunctionAssociations";

const usualFields: readonly BehaviorField[] = [
  "PathPattern",
  "TargetOriginId",
  "ViewerProtocolPolicy",
  "AllowedMethods",
];

/** Where a field is a list with a count around it. */
const pathOf: Readonly<Partial<Record<BehaviorField, string>>> = {
  AllowedMethods: "AllowedMethods.Items",
  TrustedSigners: "TrustedSigners.Items",
  TrustedKeyGroups: "TrustedKeyGroups.Items",
  FunctionAssociations: "FunctionAssociations.Items",
  LambdaFunctionAssociations: "LambdaFunctionAssociations.Items",
};

/** Changes the owner's distribution: `says` is what about it. The update replaces the whole configuration. */
export function changeDistribution(subject: Case, says: string): readonly Advice[] {
  const place = globalRegion(subject);
  return [
    {
      says: "Save the distribution's configuration as distribution.json, and note its ETag.",
      ...commandLines(
        command`aws cloudfront get-distribution-config --id DISTRIBUTION_ID --query DistributionConfig --output json --region ${place}`,
        command`aws cloudfront get-distribution-config --id DISTRIBUTION_ID --query ETag --output text --region ${place}`,
      ),
    },
    change(
      says,
      command`aws cloudfront update-distribution --id DISTRIBUTION_ID --distribution-config file://distribution.json --if-match ETAG --region ${place}`,
    ),
  ];
}
