import { CauseName } from "./CauseName.tsx";
import { Sentence } from "./Sentence.tsx";
import "./cause-reasons.css";

interface Props {
  /** Each with a sentence about it; an empty one is left out. */
  readonly causes: readonly { readonly cause: string; readonly title: string; readonly says: string }[];
}

/** Causes, each with a sentence about it. */
export function CauseReasons({ causes }: Props) {
  return (
    <ul class="cause-reasons">
      {causes.map(({ cause, title, says }) => (
        <li key={cause}>
          <CauseName cause={cause} title={title} />
          {says !== "" && (
            <span class="cause-reasons-why">
              <Sentence text={says} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
