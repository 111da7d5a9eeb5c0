/**
 * What a host name alone says about who responds there.
 * Sources: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html,
 * .../apigateway-private-api-test-invoke-url.html, and the partition suffixes of botocore's partitions.json.
 */
export type HostKind =
  | "default-endpoint"
  | "vpce-with-api"
  | "vpce"
  | "regional-target"
  | "emulator"
  | "cloudfront"
  | "lambda-url"
  | "appsync"
  | "s3"
  | "elb"
  | "opensearch"
  | "cognito"
  | "aws-service"
  | "other";

export interface HostIdentity {
  readonly hostname: string;
  readonly kind: HostKind;
  /** The API's id where the name carries it. */
  readonly apiId: string | null;
  readonly region: string | null;
  /** `aws.amazon.com`'s name for the partition: aws, aws-cn, aws-us-gov … */
  readonly partition: string | null;
  /** The service's own word in the name, such as `sqs` or `neptune`; null for names that AWS doesn't give. */
  readonly service: string | null;
}

const suffix =
  "(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|api\\.aws|api\\.amazonwebservices\\.com\\.cn|api\\.amazonwebservices\\.eu" +
  "|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)";
/** Names of services alone; API Gateway has none of them. */
const serviceSuffix = `(?:${suffix}|on\\.aws)`;
const region = "(?:us|eu|ap|sa|ca|me|af|il|mx|cn|us-gov|us-iso[a-z]?|eu-isoe|eusc-de)-[a-z]+-\\d";
const api = "(?<api>[a-z0-9]{8,12})";
const inRegion = `(?<region>${region})`;

interface Pattern {
  readonly kind: HostKind;
  readonly form: RegExp;
}

function pattern(kind: HostKind, form: string): Pattern {
  return { kind, form: new RegExp(`^${form}$`) };
}

/** In order: the first that fits names the host. */
const patterns: readonly Pattern[] = [
  pattern("vpce-with-api", `${api}-vpce-[0-9a-f]{8,17}\\.execute-api\\.${inRegion}\\.${suffix}`),
  pattern("vpce", `vpce-[\\w-]+\\.execute-api\\.${inRegion}\\.vpce\\.${suffix}`),
  pattern("regional-target", `d-[a-z0-9]{8,12}\\.execute-api\\.${inRegion}\\.${suffix}`),
  pattern("default-endpoint", `${api}\\.execute-api\\.${inRegion}\\.${suffix}`),
  pattern("default-endpoint", `${api}\\.execute-api\\.amazonaws\\.com`),
  // An id that an export masked.
  pattern("default-endpoint", `[^.]+\\.execute-api\\.${inRegion}\\.${suffix}`),
  pattern(
    "emulator",
    "(?<api>[a-z0-9]+)(?:-vpce-[^.]+)?\\.execute-api\\.(?:localhost(?:\\.localstack\\.cloud)?|[^.]+\\.localhost)",
  ),
  pattern("lambda-url", `[a-z0-9]+\\.lambda-url\\.${inRegion}\\.on\\.aws`),
  pattern("cloudfront", "[a-z0-9]+\\.cloudfront\\.net"),
  pattern("appsync", `[a-z0-9]+\\.appsync(?:-realtime)?-api\\.${inRegion}\\.${suffix}`),
  pattern(
    "s3",
    `(?:.+\\.)?s3(?:express)?(?:[.-](?:website|dualstack|fips|accelerate|accesspoint|vpce|${region}))*\\.${suffix}`,
  ),
  pattern("elb", `.+\\.elb\\.${suffix}`),
  pattern("elb", `.+\\.${inRegion}\\.elb\\.${suffix}`),
  pattern("elb", `.+\\.elb\\.${inRegion}\\.${suffix}`),
  pattern("opensearch", `.+\\.${inRegion}\\.(?:es|aos|aoss)\\.${suffix}`),
  pattern("opensearch", `.+\\.(?:es|aos|aoss)\\.${suffix}`),
  pattern("opensearch", `.+\\.(?:aos|aoss)\\.${inRegion}\\.on\\.aws`),
  pattern("cognito", `cognito-(?:idp|identity)(?:-fips)?\\.${inRegion}\\.${suffix}`),
  pattern("cognito", `.+\\.auth(?:-fips)?\\.${inRegion}\\.amazoncognito\\.com`),
  // What customers run on names that AWS gives: servers, and services of their own behind PrivateLink.
  pattern("other", `(?:.+\\.)?compute(?:-\\d)?\\.${suffix}`),
  pattern("other", `.+\\.vpce-svc-[^.]+\\.${region}\\.vpce\\.${suffix}`),
  pattern("aws-service", `.+\\.${serviceSuffix}`),
];

const regionLabel = new RegExp(`^${region}$`);
const endOfName = new RegExp(`\\.(?:${serviceSuffix}|amazoncognito\\.com)$`);

/**
 * The word for the service stands next to the region: before it (`sqs.eu-west-1.…`, `ID.lambda.eu-west-1.vpce.…`), or
 * behind it (`ID.eu-west-1.neptune.…`). A name without a region ends with it.
 */
function serviceIn(hostname: string): string | null {
  if (!endOfName.test(hostname)) return null;
  const labels = hostname
    .replace(endOfName, "")
    .split(".")
    .filter((label) => label !== "vpce");
  const at = labels.findLastIndex((label) => regionLabel.test(label));
  return (at === labels.length - 1 && at > 0 ? labels[at - 1] : labels.at(-1)) ?? null;
}

/** The region may stand anywhere in the name of a service. */
function regionIn(hostname: string): string | null {
  return hostname.split(".").findLast((label) => regionLabel.test(label)) ?? null;
}

/** RFC 1035, 2.3.4. Longer text is hostile, and the patterns need not be run over it. */
const longestName = 255;

const emulatorPath = /^\/(?:_aws\/execute-api\/([^/]+)\/|restapis\/([^/]+)\/[^/]+\/_user_request_)/;
const localHost = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost|localhost\.localstack\.cloud)$/;

/** Names a host by its form; `path` tells a local emulator's path style. Never fails: an unknown form is `other`. */
export function identifyHost(hostname: string, path: string): HostIdentity {
  const name = hostname.toLowerCase().replace(/\.$/, "");
  if (name.length > longestName) return identity(name, "other", {});
  const found = identified.get(name) ?? identifyName(name);
  if (identified.size >= mostIdentified) identified.clear();
  identified.set(name, found);
  return found.kind === "other" && localHost.test(name) ? localIdentity(name, path) : found;
}

/** Names that were looked at before: thousands of requests go to a few hosts. */
const identified = new Map<string, HostIdentity>();
const mostIdentified = 1000;

function identifyName(name: string): HostIdentity {
  for (const { kind, form } of patterns) {
    const match = form.exec(name);
    if (match) return identity(name, kind, match.groups ?? {});
  }
  return identity(name, "other", {});
}

function identity(
  hostname: string,
  kind: HostKind,
  groups: Readonly<Record<string, string | undefined>>,
): HostIdentity {
  const { api, region } = groups as { api?: string; region?: string };
  return {
    hostname,
    kind,
    apiId: api ?? null,
    region: region ?? (kind === "aws-service" ? regionIn(hostname) : null),
    partition: kind === "other" || kind === "emulator" ? null : partitionOf(hostname),
    service: kind === "other" || kind === "emulator" ? null : serviceIn(hostname),
  };
}

function localIdentity(hostname: string, path: string): HostIdentity {
  const match = emulatorPath.exec(path);
  const apiId = match?.[1] ?? match?.[2];
  return identity(hostname, "emulator", apiId === undefined ? {} : { api: apiId });
}

const partitions: readonly (readonly [form: RegExp, partition: string])[] = [
  [/\.(?:amazonaws|amazonwebservices)\.com\.cn$/, "aws-cn"],
  [/[.-]us-gov-/, "aws-us-gov"],
  [/\.c2s\.ic\.gov$/, "aws-iso"],
  [/\.sc2s\.sgov\.gov$/, "aws-iso-b"],
  [/\.cloud\.adc-e\.uk$/, "aws-iso-e"],
  [/\.csp\.hci\.ic\.gov$/, "aws-iso-f"],
  [/\.(?:amazonaws|amazonwebservices)\.eu$/, "aws-eusc"],
];

function partitionOf(hostname: string): string {
  return partitions.find(([form]) => form.test(hostname))?.[1] ?? "aws";
}

/** True for the names on which only API Gateway responds. */
export function isApiHost(kind: HostKind): boolean {
  return ["default-endpoint", "vpce-with-api", "vpce", "regional-target"].includes(kind);
}

/**
 * The ranges that an interface endpoint's address can be of: RFC 1918, RFC 6598 (100.64.0.0/10, which a VPC may use as a
 * secondary range) and RFC 4193. Loopback is none.
 */
const privateRanges =
  /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:)/;

/** True for an address that only a private network routes, in whichever way a producer writes IPv4 and IPv6. */
export function isPrivateAddress(address: string): boolean {
  return privateRanges.test(bare(address));
}

/** True for an address of the machine itself, where a proxy or a test responds for any name. */
export function isOwnAddress(address: string): boolean {
  return /^(?:127\.|::1\b)/.test(bare(address));
}

function bare(address: string): string {
  return address
    .toLowerCase()
    .replace(/^\[/, "")
    .replace(/^::ffff:(?=\d{1,3}\.)/, "");
}
