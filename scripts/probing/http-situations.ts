import type { Account, SimpleAuthorizer } from "../../testing/gateway/definition.ts";
import { account, apiId, asks, domain, domainName, endpoint, httpApi, type Surroundings } from "./definitions.ts";
import type { Situation } from "./situation.ts";

const denies: SimpleAuthorizer = {
  kind: "SIMPLE",
  name: "callers",
  identitySources: [{ in: "header", name: "authorization" }],
  resultTtlInSeconds: 0,
  isAuthorized: () => false,
};

interface Mistake {
  readonly title: string;
  readonly cause: string;
  readonly authorization: SimpleAuthorizer | "AWS_IAM";
}

const mistakes: readonly Mistake[] = [
  { title: "authorizer denies", cause: "http-api-lambda-authorizer-deny", authorization: denies },
  { title: "unsigned", cause: "http-api-iam-denied", authorization: "AWS_IAM" },
];

/** An API by its own name or by the root of a custom domain. */
const bases = [endpoint, domain];
const customDomains: Account["customDomains"] = [
  { name: domainName, mappings: [{ key: "", apiId, stage: "$default" }] },
];

/** The mistakes of HTTP APIs in all their variations. */
export function httpSituations(): readonly Situation[] {
  return mistakes.flatMap((mistake) =>
    bases.flatMap((base) =>
      ["GET", "HEAD", "POST"].flatMap((verb) =>
        [true, false].flatMap((hasOptions) =>
          [true, false].flatMap((catchesAll) =>
            [true, false].map((hasBefore) => situation(mistake, base, verb, { hasOptions, catchesAll }, hasBefore)),
          ),
        ),
      ),
    ),
  );
}

function situation(
  { title, cause, authorization }: Mistake,
  base: string,
  verb: string,
  around: Surroundings,
  hasBefore: boolean,
): Situation {
  return {
    name: `HTTP API: ${title}, ${verb} ${base}, ${JSON.stringify(around)}, ${hasBefore ? "another path" : "nothing"} before`,
    cause,
    account: account(httpApi(authorization, [verb], around), { customDomains }),
    before: hasBefore ? [asks("GET", `${base}/health`)] : [],
    refused: asks(verb, `${base}/orders/17`, { authorization: "Bearer opaque-token" }),
    hasUntrustedCertificate: false,
  };
}
