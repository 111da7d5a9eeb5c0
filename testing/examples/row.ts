import type { Row } from "../../src/worker/protocol.ts";

interface Wanted extends Partial<Omit<Row, "verdict">> {
  readonly key: string;
  readonly path?: string;
  /** Left out for a request that was not refused. */
  readonly cause?: string;
  readonly apiGateway?: boolean;
}

/** A row with what a test cares about. */
export function rowFor({ path = "/prod/carts", cause, apiGateway = true, ...own }: Wanted): Row {
  const host = apiGateway ? "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com" : "bucket.s3.amazonaws.com";
  return {
    entry: Number(own.key),
    file: "a.har",
    stoppedBy: null,
    stops: 0,
    status: 403,
    method: "GET",
    url: `https://${host}${path}`,
    stage: null,
    host,
    hostKind: "other",
    hostLabel: "",
    hostIsApiGateway: apiGateway,
    startedAt: 0,
    verdict: cause === undefined ? null : verdictFor(cause, apiGateway),
    ...own,
  };
}

function verdictFor(cause: string, apiGateway: boolean): Row["verdict"] {
  return { finding: cause, cause, title: `Title of ${cause}`, confidence: "likely", probability: 0.8, apiGateway };
}
