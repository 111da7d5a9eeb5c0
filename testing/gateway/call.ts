import type { Account, Method, PolicyDocument, RestApi, RestStage, VpcEndpoint } from "./definition.ts";
import type { Refusal } from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";
import type { Answer } from "./response.ts";

/** What outlives a request: authorizer results and counters of usage plans. */
export interface GatewayState {
  readonly authorizerResults: Map<string, { readonly result: unknown; readonly expires: number }>;
  readonly usage: Map<string, { total: number; second: number; inSecond: number }>;
}

/** A gateway that has seen nothing yet. */
export function freshState(): GatewayState {
  return { authorizerResults: new Map(), usage: new Map() };
}

/** Who API Gateway takes the caller for. */
export type Caller =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "iam";
      readonly arn: string;
      readonly accountId: string;
      readonly policies: readonly PolicyDocument[];
    }
  | { readonly kind: "authorizer"; readonly policy: PolicyDocument; readonly usageIdentifierKey: string | undefined };

export interface Route {
  readonly resourcePath: string;
  readonly method: Method;
}

/** A request on its way through a REST API. Steps fill in what they find out. */
export interface RestCall {
  readonly request: GatewayRequest;
  readonly account: Account;
  readonly state: GatewayState;
  readonly api: RestApi;
  readonly stage: RestStage;
  /** The path below the stage. */
  readonly path: string;
  readonly vpcEndpoint: VpcEndpoint | undefined;
  route: Route | undefined;
  caller: Caller;
}

/** One step of the evaluation: undefined lets the request pass to the next. */
export type Step = (call: RestCall) => Refusal | Answer | undefined;

/** The method that routing found. A step that needs it stands after routing in the list. */
export function routed(call: RestCall): Route {
  if (!call.route) throw new Error("This step stands before routing in the evaluation order.");
  return call.route;
}

/** What IAM policies call the resource of execute-api:Invoke. */
export function methodArn(call: {
  account: Account;
  api: { region: string; id: string };
  stage: { name: string };
  request: GatewayRequest;
  path: string;
}): string {
  const { account, api, stage, request, path } = call;
  return `arn:aws:execute-api:${api.region}:${account.id}:${api.id}/${stage.name}/${request.method}/${path.replace(/^\//, "")}`;
}
