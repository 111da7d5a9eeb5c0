import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";

/** What a cause asks to be declared; null where this kind of API has no such thing. */
export type IacTemplate = (subject: Case) => IacSnippet | null;

/** A REST API's change reaches callers with its next deployment only. */
export const needsDeployment =
  "CDK and Serverless Framework deploy with it; in CloudFormation give the deployment a new logical id, in Terraform add it to the deployment's `triggers`.";
