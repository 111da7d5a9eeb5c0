import { command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { redactUrl } from "../../src/privacy/redaction.ts";
import { firstSegment } from "../../src/session/properties.ts";
import { reachedIntegration } from "../../src/session/request-outcome.ts";
import { mayNameStage } from "../case-facts.ts";
import { opening } from "./changes.ts";

/** The API's id. Each part that the request does not show is a placeholder in capitals. */
export function apiId({ api }: Case): string {
  return api.id ?? "API_ID";
}

/** The region, or `REGION`. */
export function region({ api, exchange }: Case): string {
  return api.region ?? exchange.host.region ?? "REGION";
}

/** The region that serves what is global in a partition: IAM, CloudFront, Organizations, web ACLs of distributions. */
export function globalRegion(subject: Case): string {
  return globalRegions.get(partition(subject)) ?? "us-east-1";
}

/** The region for questions that every region answers: the API's, as far as the request shows it. */
export function anyRegion(subject: Case): string {
  const own = region(subject);
  return own === "REGION" ? globalRegion(subject) : own;
}

/** Source: the partition endpoints in botocore's partitions.json and endpoints.json. */
const globalRegions: ReadonlyMap<string, string> = new Map([
  ["aws-cn", "cn-northwest-1"],
  ["aws-us-gov", "us-gov-west-1"],
]);

/** The partition that the region's name implies; the commercial one if no region is known. */
export function partition({ api, exchange }: Case): string {
  if (exchange.host.partition !== null) return exchange.host.partition;
  if (api.region?.startsWith("cn-")) return "aws-cn";
  return api.region?.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** The stage's ARN as other services, such as AWS WAF, know it. */
export function stageArn(subject: Case): string {
  return `arn:${partition(subject)}:apigateway:${region(subject)}::/restapis/${apiId(subject)}/stages/${stage(subject)}`;
}

/** The stage, or `STAGE`. */
export function stage({ api }: Case): string {
  return api.stage ?? "STAGE";
}

/** The URL at which the API's stage responds under its own name. */
export function defaultEndpoint(subject: Case): string {
  const suffix = partition(subject) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return `https://${apiId(subject)}.execute-api.${region(subject)}.${suffix}/${stage(subject)}/`;
}

/** The host name that was called. */
export function domain({ exchange }: Case): string {
  return exchange.host.hostname;
}

/** The method that was called; `OPTIONS` for a preflight. */
export function verb({ exchange }: Case): string {
  return exchange.kind === "preflight" ? "OPTIONS" : exchange.request.method;
}

/** Deploys the API. Callers see changes only after that, and all of them at once. */
export function deploy(subject: Case): Advice {
  const isVersion2 = subject.api.kind === "http" || subject.api.kind === "websocket";
  return opening(
    `Deploy the API${subject.api.kind === "http" ? ", unless the stage deploys by itself" : ""}; until then callers see the state of the last deployment.`,
    "This publishes every change that was made since then.",
    isVersion2
      ? command`aws apigatewayv2 create-deployment --api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)}`
      : command`aws apigateway create-deployment --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)}`,
  );
}

/** Exports the deployed definition, which may differ from the console's. */
export function exportDefinition(subject: Case): Advice {
  return {
    says: "Look the path and verb up in the deployed definition, which may lag behind the console.",
    ...command`aws apigateway get-export --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --export-type oas30 --parameters extensions=apigateway --region ${region(subject)} deployed.json`,
  };
}

/** Shows what the method requires of callers: authorization, authorizer and API key. */
export function methodSettings(subject: Case): Advice {
  return {
    says: "See what the method asks of its callers.",
    ...command`aws apigateway get-resources --rest-api-id ${apiId(subject)} --embed methods --region ${region(subject)}`,
  };
}

/** Advice without a command. */
export function advice(says: string): Advice {
  return { says, command: null };
}

/** Lists the mappings of the called domain, each with the id that commands call MAPPING_ID. */
export function apiMappings(subject: Case, says: string): Advice {
  return {
    says,
    ...command`aws apigatewayv2 get-api-mappings --domain-name ${domain(subject)} --query ${"Items[].[ApiMappingId,ApiMappingKey,ApiId,Stage]"} --region ${region(subject)}`,
  };
}

/** Shows the API's resource policy. */
export function resourcePolicy(subject: Case): Advice {
  return {
    says: "Read the API's resource policy.",
    ...command`aws apigateway get-rest-api --rest-api-id ${apiId(subject)} --region ${region(subject)} --query policy --output text`,
  };
}

/** An id as a word of a JMESPath literal; anything else becomes a placeholder. */
export function plain(text: string): string {
  return /^[\w-]+$/.test(text) ? text : "STAGE";
}

function shownPath(segments: readonly string[]): string {
  return `\`${redactUrl(`/${segments.join("/")}`)}\``;
}

/** The URL with a stage that other requests prove to exist. */
export function workingStage({ exchange, siblings }: Case): Advice {
  const { target } = exchange.request;
  const own = firstSegment(exchange);
  const found = siblings.that(reachedIntegration).firstWithOther(firstSegment);
  if (found === undefined) return advice("Put the name of a deployed stage first in the path.");
  const works = found.request.target.segments[0] ?? "";
  const [before, instead] = [target.segments, target.segments.slice(1)].map((rest) => shownPath([works, ...rest]));
  const meant = mayNameStage(own) ? `, or ${instead} where \`${own}\` was meant as the stage` : "";
  const provesRest = found.request.target.segments.slice(1).join("/") === target.segments.slice(1).join("/");
  return advice(
    provesRest
      ? `Call ${instead}: the stage \`${works}\` responds to the same path on this host.`
      : `The stage \`${works}\` works on this host. Call ${before}${meant}.`,
  );
}

/** The URL without secrets, to show and paste. */
export function shownUrl({ exchange }: Case): string {
  return redactUrl(exchange.request.url);
}

/** The first segment of the path: the key that an API mapping has. */
export function mappingKey({ exchange }: Case): string {
  return redactUrl(exchange.request.target.segments[0] ?? "");
}
