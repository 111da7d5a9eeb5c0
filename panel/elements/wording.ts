import type { Confidence } from "../../src/diagnosis/diagnosis.ts";
import type { HostKind } from "../../src/exchange/host.ts";
import { frontLabel, hostLabels } from "../../src/session/host-labels.ts";

/** "86 %" as people read it; never 0 or 100, which would promise what a probability cannot. */
export function percent(probability: number): string {
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))}%`;
}

/** How sure a diagnosis is, for a narrow column: "certain", "86%", "ambiguous". */
export function shortConfidence(confidence: Confidence, probability: number): string {
  return confidence === "likely" ? percent(probability) : confidence;
}

/** How sure a diagnosis is, in full: "certain", "likely · 86%", "ambiguous · 44%". */
export function fullConfidence(confidence: Confidence, probability: number): string {
  return confidence === "certain" ? confidence : `${confidence} · ${percent(probability)}`;
}

/** A clue's weight with its sign, or the words for a clue that excludes. */
export function weightText(weight: number | null): string {
  if (weight === null) return "rules out";
  const size = Math.abs(weight).toFixed(1);
  return weight < 0 ? `−${size}` : `+${size}`;
}

/** "1 request", "2,140 requests". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
}

/** Time of day of an instant, by the user's clock. */
export function timeOfDay(instant: number): string {
  const date = new Date(instant);
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

const hostMarks: Readonly<Record<HostKind, string>> = {
  "default-endpoint": "API",
  "vpce-with-api": "VPCE",
  vpce: "VPCE",
  "regional-target": "REG",
  emulator: "EMU",
  cloudfront: "CF",
  "lambda-url": "λ",
  appsync: "SYNC",
  s3: "S3",
  elb: "ELB",
  opensearch: "OS",
  cognito: "COG",
  "aws-service": "AWS",
  other: "–",
};

/** Every kind of host. */
export const hostKinds = Object.keys(hostMarks) as readonly HostKind[];

/** At most four characters for a kind of host, for the list. "CD" is a custom domain. */
export function hostMark(kind: HostKind, taken: boolean): string {
  return taken && kind === "other" ? "CD" : hostMarks[kind];
}

/** How much of a size in bytes is done, in megabytes. */
export function sizeText(done: number, size: number): string {
  const megabytes = (bytes: number) => Math.round(bytes / 1_000_000).toLocaleString("en");
  return `${megabytes(done)} of ${megabytes(size)} MB`;
}

/** The marks of the kinds of hosts, each with what it stands for. */
export const hostMarkMeanings: readonly (readonly [mark: string, means: string])[] = [
  ["CD", frontLabel],
  ...(Object.keys(hostMarks) as HostKind[]).map((kind) => [hostMarks[kind], hostLabels[kind]] as const),
];
