import { knowledge } from "../../rules/knowledge.ts";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { Confidence, DiagnosisCore } from "../../src/diagnosis/diagnosis.ts";
import type { Recorded } from "../../src/session/recording.ts";

interface RankedCause {
  readonly cause: string;
  /** 0 to 1. */
  readonly probability: number;
}

/** What somebody says about one request. */
export interface Answer {
  readonly entry: number;
  /** Most probable first, at least one. */
  readonly ranking: readonly RankedCause[];
  readonly confidence: Confidence;
  readonly apiGateway: boolean;
  /** Requests that failed because of this one. */
  readonly blocks: readonly number[];
}

interface Classified {
  readonly answers: readonly Answer[];
  readonly problems: readonly string[];
}

/** Whoever can be measured: gives a diagnosis for the requests that it takes for refused. */
export type Classifier = (recorded: readonly Recorded[]) => Classified;

/** The rules of this project. A rule that throws is a problem; the others answer. */
export const ours: Classifier = (recorded) => {
  const { explanations, failures } = diagnose(recorded, { knowledge, apiHosts: [] });
  return {
    answers: explanations.map(({ diagnosis }) => classifiedBy(diagnosis)),
    problems: failures.map(({ rule, file, entry, reason }) => `${file} #${entry}: the rule ${rule} failed: ${reason}`),
  };
};

function classifiedBy({
  entry,
  cause,
  probability,
  alternatives,
  confidence,
  apiGateway,
  blocks,
}: DiagnosisCore): Answer {
  return { entry, ranking: [{ cause, probability }, ...alternatives], confidence, apiGateway, blocks };
}
