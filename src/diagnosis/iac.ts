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
