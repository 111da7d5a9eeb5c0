import type { KeyObject } from "node:crypto";
import type { GatewayResponseType, Wording } from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";

/** Everything one AWS account has that can refuse a request. */
export interface Account {
  readonly id: string;
  readonly apis: readonly Api[];
  readonly customDomains: readonly CustomDomain[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly accessKeys: readonly AccessKey[];
  readonly apiKeys: readonly ApiKey[];
  readonly usagePlans: readonly UsagePlan[];
  readonly neighbours: readonly Neighbour[];
}

export type Api = RestApi | HttpApi | WebSocketApi;

export interface RestApi {
  readonly kind: "REST";
  readonly id: string;
  readonly region: string;
  readonly endpointType: "EDGE" | "REGIONAL" | "PRIVATE";
  readonly wording: Wording;
  readonly disableExecuteApiEndpoint?: boolean;
  readonly apiKeySource?: "HEADER" | "AUTHORIZER";
  readonly stages: readonly RestStage[];
  readonly resources: readonly Resource[];
  readonly resourcePolicy?: PolicyDocument;
  readonly gatewayResponses: GatewayResponses;
}

export interface RestStage {
  readonly name: string;
  readonly webAcl?: WebAcl;
}

export interface Resource {
  /** Such as `/`, `/orders/{id}` or `/{proxy+}`. */
  readonly path: string;
  readonly methods: Readonly<Record<string, Method>>;
}

export interface Method {
  readonly authorization: "NONE" | "AWS_IAM" | LambdaAuthorizer;
  readonly apiKeyRequired?: boolean;
  readonly integration: Integration;
}

export interface HttpApi {
  readonly kind: "HTTP";
  readonly id: string;
  readonly region: string;
  readonly disableExecuteApiEndpoint?: boolean;
  readonly stages: readonly string[];
  readonly routes: readonly HttpRoute[];
  readonly cors?: CorsConfiguration;
}

export interface HttpRoute {
  /** `GET /orders/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  readonly authorization: "NONE" | "AWS_IAM" | JwtAuthorizer | SimpleAuthorizer;
  readonly scopes?: readonly string[];
  readonly integration: Integration;
}

export interface CorsConfiguration {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
}

export interface WebSocketApi {
  readonly kind: "WEBSOCKET";
  readonly id: string;
  readonly region: string;
  readonly wording: Wording;
  readonly disableExecuteApiEndpoint?: boolean;
  readonly stages: readonly string[];
  readonly connect: "NONE" | "AWS_IAM" | LambdaAuthorizer;
  /** Route keys that `$request.body.action` may name. */
  readonly routes: readonly string[];
}

export interface IdentitySource {
  readonly in: "header" | "query";
  readonly name: string;
}

/** A Lambda authorizer of a REST or WebSocket API: it responds with a policy. */
export interface LambdaAuthorizer {
  readonly kind: "LAMBDA";
  readonly name: string;
  readonly identitySources: readonly IdentitySource[];
  readonly resultTtlInSeconds: number;
  /** Return "Unauthorized" as a function that throws that error would. */
  decide(event: AuthorizerEvent): AuthorizerResult | "Unauthorized";
}

export interface AuthorizerEvent {
  readonly methodArn: string;
  readonly identity: readonly string[];
  readonly request: GatewayRequest;
}

export interface AuthorizerResult {
  readonly principalId: string;
  readonly policyDocument: PolicyDocument;
  readonly usageIdentifierKey?: string;
}

/** A Lambda authorizer of an HTTP API with simple responses. */
export interface SimpleAuthorizer {
  readonly kind: "SIMPLE";
  readonly name: string;
  readonly identitySources: readonly IdentitySource[];
  readonly resultTtlInSeconds: number;
  isAuthorized(event: AuthorizerEvent): boolean;
}

export interface JwtAuthorizer {
  readonly kind: "JWT";
  readonly issuer: string;
  readonly audience: string;
  readonly identitySource: IdentitySource;
  /** Stands for the issuer's JWKS. */
  readonly publicKey: KeyObject;
}

export interface PolicyDocument {
  readonly Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string;
  readonly Resource: string | readonly string[];
  /** Only in resource policies. `*`, or ARNs of principals. */
  readonly Principal?: "*" | { readonly AWS: readonly string[] };
  readonly Condition?: PolicyCondition;
}

export type ConditionOperator = "IpAddress" | "NotIpAddress" | "StringEquals" | "StringNotEquals" | "StringLike";
export type PolicyCondition = Readonly<
  Partial<Record<ConditionOperator, Readonly<Record<string, string | readonly string[]>>>>
>;

export interface WebAcl {
  readonly rules: readonly WebAclRule[];
}

export interface WebAclRule {
  readonly name: string;
  readonly action: "block" | "challenge" | "captcha";
  /** A custom response takes the place of the gateway response WAF_FILTERED. */
  readonly customResponse?: {
    readonly status: number;
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  matches(request: GatewayRequest): boolean;
}

/** An owner's change to what a refusal looks like (put-gateway-response). */
export interface GatewayResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A mapping template; `$context.error.messageString`, `$context.error.message`, `$context.error.responseType`, `$context.requestId`. */
  readonly template?: string;
}

export type GatewayResponses = Readonly<
  Partial<Record<GatewayResponseType | "DEFAULT_4XX" | "DEFAULT_5XX", GatewayResponse>>
>;

export interface Integration {
  /** Only a Lambda integration leaves x-amzn-trace-id on the response; MOCK and HTTP proxies don't. */
  readonly type: "LAMBDA" | "HTTP" | "MOCK";
  respond(request: GatewayRequest): IntegrationResult;
}

interface IntegrationResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface CustomDomain {
  readonly name: string;
  /** The name DNS aliases to, `d-….execute-api.…`. It is an address of no API. */
  readonly regionalTarget?: string;
  readonly mutualTls?: boolean;
  readonly mappings: readonly ApiMapping[];
}

export interface ApiMapping {
  /** First path segments, without slashes at the ends. Empty for the root. */
  readonly key: string;
  readonly apiId: string;
  /** Absent: callers have to put the stage in the URL. */
  readonly stage?: string;
}

export interface VpcEndpoint {
  readonly id: string;
  readonly dnsName: string;
  /** Absent: the default policy, which allows everything. */
  readonly policy?: PolicyDocument;
}

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly sessionExpires?: Date;
  readonly principalArn: string;
  readonly accountId: string;
  readonly policies: readonly PolicyDocument[];
}

export interface ApiKey {
  readonly id: string;
  readonly value: string;
  readonly enabled: boolean;
}

export interface UsagePlan {
  readonly name: string;
  readonly apiStages: readonly { readonly apiId: string; readonly stage: string }[];
  readonly keyIds: readonly string[];
  /** Requests in one second. */
  readonly rateLimit?: number;
  /** Requests altogether. */
  readonly quota?: number;
}

/** Something that refuses although it isn't API Gateway: in front of an API, or another service altogether. */
export type Neighbour = CloudFrontDistribution | ForwardProxy | Bucket | FunctionUrl | WebServer;

export interface CloudFrontDistribution {
  readonly kind: "CLOUDFRONT";
  readonly host: string;
  readonly webAcl: WebAcl;
  readonly blockedCountry?: boolean;
  readonly originHost: string;
  readonly originPath: string;
}

/** A forward proxy that opens TLS, as in a company network. */
interface ForwardProxy {
  readonly kind: "FORWARD_PROXY";
  readonly host: string;
}

interface Bucket {
  readonly kind: "S3";
  readonly host: string;
}

interface FunctionUrl {
  readonly kind: "FUNCTION_URL";
  readonly host: string;
}

/** A plain web server with a rule that forbids a path. */
interface WebServer {
  readonly kind: "NGINX";
  readonly host: string;
}
