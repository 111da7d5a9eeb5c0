import type { TargetedKeyboardEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Progress } from "../../../src/diagnosis/explanation.ts";
import { lineText } from "../../elements/display-text.ts";
import { Sentence } from "../../elements/Sentence.tsx";
import { percent } from "../../elements/wording.ts";
import type { DiagnosisSection } from "../section.ts";
import { StepMark } from "./StepMark.tsx";
import "./how-far.css";

/** API Gateway's steps in order, with how far the request got. */
export const howFar: DiagnosisSection = {
  id: "how-far",
  title: "How far it got",
  applies: ({ explanation }) => explanation.progress.length > 0,
  View: ({ details: { explanation } }) => <HowFar progress={explanation.progress} says={explanation.progressSays} />,
};

interface Props {
  readonly progress: readonly Progress[];
  readonly says: string;
}

/** A step whose sentence is shown, and where its middle is, in pixels. */
interface Shown {
  readonly at: number;
  readonly left: number;
}

/**
 * Pointing at a step, or moving to it by arrow keys, shows its sentence. The sentence stays while the pointer is on it,
 * and Escape hides it (WCAG 2.2, 1.4.13).
 */
function HowFar({ progress, says }: Props) {
  const figure = useRef<HTMLElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [stop, setStop] = useState(() => stopOf(progress));
  const show = (at: number, step: HTMLElement) => {
    const [box, room] = [step.getBoundingClientRect(), figure.current?.getBoundingClientRect() ?? new DOMRect()];
    setShown({ at, left: box.left + box.width / 2 - room.left });
  };
  const hide = () => setShown(null);
  const go = (to: number) => {
    setStop(to);
    figure.current?.querySelectorAll("button")[to]?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const to = moves[event.key]?.(stop, progress.length - 1);
    if (to !== undefined) go(Math.min(progress.length - 1, Math.max(0, to)));
    else if (event.key !== "Escape" || shown === null) return;
    else hide();
    event.preventDefault();
    event.stopPropagation();
  };
  const sentence = shown === null ? undefined : progress[shown.at]?.says;
  return (
    <figure ref={figure} class="how-far" onPointerLeave={hide} onKeyDown={onKeyDown}>
      <ol class="how-far-steps" aria-label="Steps of API Gateway, in order">
        {progress.map((step, at) => (
          <li key={step.step} class={`how-far-step how-far-${step.state}`}>
            <button
              type="button"
              tabIndex={at === stop ? 0 : -1}
              aria-describedby={`step-${step.step}`}
              onPointerEnter={(event) => show(at, event.currentTarget)}
              onFocus={(event) => {
                setStop(at);
                show(at, event.currentTarget);
              }}
              onBlur={hide}
            >
              <StepMark state={step.state} share={step.probability} />
              <span class="how-far-label">{step.label}</span>
              {step.state === "possible" && <span class="how-far-share">{percent(step.probability)}</span>}
            </button>
            <span id={`step-${step.step}`} class="page-offscreen">
              {lineText(step.says)}
            </span>
          </li>
        ))}
      </ol>
      {shown !== null && sentence !== undefined && (
        <div class="how-far-tip" style={{ "--left": `${shown.left}px` }} aria-hidden="true">
          <p>
            <Sentence text={sentence} />
          </p>
        </div>
      )}
      <figcaption class="how-far-sentence">
        <Sentence text={says} />
      </figcaption>
    </figure>
  );
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The Tab key stops at the step that matters: the first that refused or may have. */
function stopOf(progress: readonly Progress[]): number {
  return Math.max(
    0,
    progress.findIndex(({ state }) => state === "refused" || state === "possible"),
  );
}
