import type { Progress } from "../../src/diagnosis/explanation.ts";
import { lineText } from "../display-text.ts";
import { percent } from "../wording.ts";
import { Icon } from "./Icon.tsx";
import { Sentence } from "./Sentence.tsx";

interface Props {
  readonly progress: readonly Progress[];
  readonly says: string;
}

/** API Gateway's steps in order, with how far the request got. */
export function HowFar({ progress, says }: Props) {
  return (
    <>
      <ol class="steps" aria-label="Steps of API Gateway, in order">
        {progress.map((step) => (
          <Step key={step.step} progress={step} />
        ))}
      </ol>
      <p class="steps-say">
        <Sentence text={says} />
      </p>
    </>
  );
}

function Step({ progress }: { readonly progress: Progress }) {
  const { state, label, probability, says } = progress;
  return (
    <li class={`step ${state}`} style={{ "--share": probability }} title={lineText(says.replaceAll("`", ""), 500)}>
      <span class="offscreen">{lineText(says, 500)}</span>
      <span class="step-label" aria-hidden="true">
        {label}
      </span>
      <StepMark state={state} probability={probability} />
    </li>
  );
}

function StepMark({ state, probability }: Pick<Progress, "state" | "probability">) {
  if (state === "passed" || state === "refused") return <Icon name={state} />;
  if (state === "possible") return <span class="step-share">{percent(probability)}</span>;
  return null;
}
