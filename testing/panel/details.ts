import type { Diagnosis } from "../../src/diagnosis/diagnosis.ts";
import type { FullExplanation } from "../../src/diagnosis/explanation.ts";
import type { Details, ExchangeView } from "../../src/worker/protocol.ts";

interface Wanted extends Partial<Omit<Details, "explanation">> {
  readonly explanation?: Partial<Omit<FullExplanation, "diagnosis">>;
  readonly diagnosis?: Partial<Diagnosis>;
}

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/carts";

/** Details with what a test cares about; every list that it leaves out is empty. */
export function detailsFor({ explanation = {}, diagnosis = {}, ...own }: Wanted = {}): Details {
  return {
    key: "0 a.har",
    explanation: { ...plainExplanation, ...explanation, diagnosis: { ...plainDiagnosis, ...diagnosis } },
    finding: null,
    exchange: exchangeFor(),
    stopped: [],
    signature: null,
    token: null,
    curl: { command: "curl", powershell: "curl.exe" },
    failures: [],
    ...own,
  };
}

/** A refused request as the panel shows it, with what a test cares about. */
export function exchangeFor(own: Partial<ExchangeView> = {}): ExchangeView {
  return {
    key: "0 a.har",
    method: "GET",
    url,
    query: [],
    requestHeaders: [],
    requestBody: { text: "", rest: 0 },
    status: 403,
    failure: null,
    responseHeaders: [],
    responseBody: { text: "", rest: 0 },
    ...own,
  };
}

const plainDiagnosis: Diagnosis = {
  file: "a.har",
  entry: 0,
  method: "GET",
  url,
  status: 403,
  apiGateway: true,
  api: {
    kind: "rest",
    id: "a1b2c3d4e5",
    region: "eu-west-1",
    stage: "prod",
    host: "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com",
    hostKind: "default-endpoint",
  },
  cause: "api-key-missing",
  confidence: "likely",
  probability: 0.8,
  alternatives: [],
  whyNot: [],
  refusedAt: "api-key",
  blocks: [],
  evidence: [],
  unknown: [],
  nextCheck: null,
  confirm: null,
  fix: [],
  links: [],
  owner: { logs: [], runbook: [], console: [] },
  declared: [],
};

const plainExplanation: Omit<FullExplanation, "diagnosis"> = {
  title: "The API key is missing",
  root: { key: "root", title: "The API key is missing", scope: {} },
  who: "Refused by API Gateway",
  means: "The method wants a key.",
  page: null,
  why: [],
  rivals: [],
  unexplained: null,
  progress: [],
  progressSays: "",
};
