import { decoded } from "./target.ts";

/**
 * What the resource of a denial names: `arn:aws:execute-api:region:account:api/stage/VERB/path`.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
export interface MethodArn {
  /** The whole ARN, as sent. */
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  /** The last four digits, which API Gateway leaves unmasked; null where none are left. */
  readonly accountTail: string | null;
  readonly apiId: string;
  /** `$default` for the default stage of an HTTP API; null where the ARN names none or all. */
  readonly stage: string | null;
  /** Null for a WebSocket's route, and where the ARN names none or all. */
  readonly verb: string | null;
  /** The route key of a WebSocket API, such as `$connect`. */
  readonly route: string | null;
  /** As API Gateway writes it: without a leading slash, empty for the root. */
  readonly path: string;
}

/** Longer ones are hostile: API Gateway takes no URL of that length. */
const longestArn = 16_384;

/**
 * Reads the method ARN that a denial names: the API, stage, verb and path as API Gateway saw them.
 * @returns null where the message names no resource of `execute-api`.
 */
export function methodArnIn(message: string): MethodArn | null {
  const arn = /on resource: ?(arn:\S+)/.exec(message)?.[1];
  return arn === undefined || arn.length > longestArn ? null : methodArnOf(arn);
}

function methodArnOf(arn: string): MethodArn | null {
  const [, partition = "", service, region = "", account = "", ...rest] = arn.split(":");
  const [apiId = "", stage = "", verb = "", ...path] = rest.join(":").split("/");
  if (service !== "execute-api" || apiId === "") return null;
  const isRoute = verb.startsWith("$");
  return {
    arn,
    partition,
    region,
    accountTail: /\d{4}$/.exec(account)?.[0] ?? null,
    apiId,
    stage: named(stage),
    verb: isRoute ? null : named(verb),
    route: isRoute ? verb : null,
    path: path.join("/"),
  };
}

function named(part: string): string | null {
  return part === "" || part === "*" ? null : part;
}

/** True where the path behind the stage begins with the stage: the call had it where it is no part of the path. */
export function namesStageTwice({ stage, path }: MethodArn): boolean {
  return stage !== null && path.split("/")[0] === stage;
}

/** True where both name the same path: escapes count as what they stand for, and `*` fits everything that follows. */
export function pathFits(arnPath: string, urlPath: string): boolean {
  const [pattern, path] = [arnPath, urlPath].map((each) => decoded(each).replace(/^\//, "")) as [string, string];
  const star = pattern.indexOf("*");
  return star < 0 ? pattern === path : path.startsWith(pattern.slice(0, star));
}
