import { usePanel } from "../store/panel-context.ts";
import { Sentence } from "./Sentence.tsx";
import "./cause-name.css";

interface Props {
  readonly cause: string;
  readonly title: string;
}

/** The name of a cause, which opens its page. */
export function CauseName({ cause, title }: Props) {
  const { store } = usePanel();
  return (
    <button
      type="button"
      class="cause-name"
      title="What this cause is"
      onClick={() => store.detail.open({ kind: "cause", id: cause })}
    >
      <Sentence text={title} />
    </button>
  );
}
