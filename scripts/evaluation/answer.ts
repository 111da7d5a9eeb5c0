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

interface Answered {
  readonly answers: readonly Answer[];
  readonly problems: readonly string[];
}

/** Whoever can be measured: gives a diagnosis for the requests that it takes for refused. */
export type Answerer = (recorded: readonly Recorded[]) => Answered;

/** The rules of this project. A rule that throws is a problem; the others answer. */
export const ours: Answerer = (recorded) => {
  const { explanations, failures } = diagnose(recorded, { knowledge, apiHosts: [] });
  return {
    answers: explanations.map(({ diagnosis }) => answerOf(diagnosis)),
    problems: failures.map(({ rule, file, entry, reason }) => `${file} #${entry}: the rule ${rule} failed: ${reason}`),
  };
};

function answerOf({ entry, cause, probability, alternatives, confidence, apiGateway, blocks }: DiagnosisCore): Answer {
  return { entry, ranking: [{ cause, probability }, ...alternatives], confidence, apiGateway, blocks };
}
