import type { Integration, LambdaAuthorizer, Method } from "../gateway/definition.ts";
import { ServiceError } from "./service-error.ts";

/** A method as its owner edits it. Callers get what was deployed. */
export interface DraftMethod {
  authorization: "NONE" | "AWS_IAM" | LambdaAuthorizer;
  apiKeyRequired: boolean;
  integration: Integration | null;
  /** By status: the headers that a response may have. */
  readonly responses: Map<string, readonly string[]>;
}

/** The method of a definition, to be edited. */
export function draftOf({ authorization, apiKeyRequired = false, integration }: Method): DraftMethod {
  return { authorization, apiKeyRequired, integration, responses: new Map() };
}

/** The method as a deployment publishes it. A method without an integration stops the deployment, as with AWS. */
export function deployedOf({ authorization, apiKeyRequired, integration }: DraftMethod): Method {
  if (integration === null) throw new ServiceError(400, "No integration defined for method");
  return { authorization, apiKeyRequired, integration };
}

/** A function that gives everybody the same. */
export function proxyIntegration(): Integration {
  const headers = { "content-type": "application/json" };
  return { type: "LAMBDA", respond: () => ({ statusCode: 200, headers, body: '{"added":true}' }) };
}

/** A mock integration: it gives the headers of its integration response, and fails without one. */
export interface MockIntegration extends Integration {
  readonly headers: Map<string, Readonly<Record<string, string>>>;
}

/** @param template what tells a mock integration its status */
export function mockIntegration(template: string): MockIntegration {
  const headers = new Map<string, Readonly<Record<string, string>>>();
  const status = /"statusCode":\s*(\d+)/.exec(template)?.[1] ?? "";
  return {
    type: "MOCK",
    headers,
    respond: () => {
      const given = headers.get(status);
      return given === undefined
        ? { statusCode: 500, headers: {}, body: '{"message": "Internal server error"}' }
        : { statusCode: Number(status), headers: given, body: "" };
    },
  };
}
