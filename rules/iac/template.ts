import type { Case } from "../../src/diagnosis/case.ts";

/** The tools in whose words a fix is declared. */
export const declaringTools = ["cloudformation", "cdk", "terraform", "serverless"] as const;

export type DeclaringTool = (typeof declaringTools)[number];

export const toolNames: Readonly<Record<DeclaringTool, string>> = {
  cloudformation: "CloudFormation, SAM",
  cdk: "CDK",
  terraform: "Terraform",
  serverless: "Serverless Framework",
};

/** One fix as a declaration. Names in capitals are to be filled in; CDK's `api` and the like are the owner's constructs. */
export interface Declaration extends Readonly<Record<DeclaringTool, string>> {
  /** What is declared, and what else it needs. */
  readonly says: string;
}

/** What a cause asks to be declared; null where this kind of API has no such thing. */
export type Topic = (subject: Case) => Declaration | null;

/** A REST API's change reaches callers with its next deployment only. */
export const needsDeployment =
  "CDK and Serverless Framework deploy with it; in CloudFormation give the deployment a new logical id, in Terraform add it to the deployment's `triggers`.";
