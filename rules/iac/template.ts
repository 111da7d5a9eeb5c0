import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";

/** Makes the code that fixes a cause; null if this kind of API has no such thing. */
export type IacTemplate = (subject: Case) => IacSnippet | null;

/** A change of a REST API reaches callers only with its next deployment. */
export const needsDeployment =
  "CDK and Serverless Framework deploy with it; in CloudFormation give the deployment a new logical id, in Terraform add it to the deployment's `triggers`.";
