import type { Case } from "../../src/diagnosis/case.ts";

/** The tools in whose words a fix is declared. */
export const iacTools = ["cloudformation", "cdk", "terraform", "serverless"] as const;

export type IacTool = (typeof iacTools)[number];

export const iacToolNames: Readonly<Record<IacTool, string>> = {
  cloudformation: "CloudFormation, SAM",
  cdk: "CDK",
  terraform: "Terraform",
  serverless: "Serverless Framework",
};

/** One fix as a declaration. Names in capitals are to be filled in; CDK's `api` and the like are the owner's constructs. */
export interface IacSnippet extends Readonly<Record<IacTool, string>> {
  /** What is declared, and what else it needs. */
  readonly says: string;
}

/** What a cause asks to be declared; null where this kind of API has no such thing. */
export type IacTemplate = (subject: Case) => IacSnippet | null;

/** A REST API's change reaches callers with its next deployment only. */
export const needsDeployment =
  "CDK and Serverless Framework deploy with it; in CloudFormation give the deployment a new logical id, in Terraform add it to the deployment's `triggers`.";
