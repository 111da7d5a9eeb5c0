import { Icon } from "../elements/Icon.tsx";
import { filterId } from "../keys/panel-keys.ts";
import { usePanel } from "../store/panel-context.ts";
import { rangeText } from "./moments.ts";
import "./range-chip.css";

/** The part of the session that the list is narrowed to; a click ends that. */
export function RangeChip() {
  const { store } = usePanel();
  const range = store.range.value;
  if (range === null) return null;
  const text = rangeText(range);
  const remove = () => {
    store.range.value = null;
    document.getElementById(filterId)?.focus();
  };
  return (
    <button
      type="button"
      class="range-chip"
      aria-label={`Only ${text}: show all times`}
      title="Show all times"
      onClick={remove}
    >
      {text}
      <Icon name="close" />
    </button>
  );
}
