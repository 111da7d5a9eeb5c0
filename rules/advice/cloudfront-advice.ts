import { command } from "../../src/commands/command.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";

/** Changes the owner's distribution. Callers see nothing of its configuration. */
export function changeDistribution(says: string): Advice {
  return {
    says: `${says} Take configuration and ETag from \`get-distribution-config\`.`,
    ...command`aws cloudfront update-distribution --id DISTRIBUTION_ID --distribution-config file://distribution.json --if-match ETAG`,
  };
}
