import { counted } from "../elements/wording.ts";
import { usePanel } from "../store/panel-context.ts";
import type { Store } from "../store/store.ts";
import { rangeText } from "../timeline/moments.ts";
import "../elements/button.css";
import "./list.css";

/** Replaces the rows when filter, range or scope let none through. */
export function NothingShown() {
  const { store, actions } = usePanel();
  return (
    <div class="list-nothing">
      <p>{reasonOf(store)}</p>
      <button type="button" class="button" onClick={actions.showAllRefused}>
        Show all {counted(store.refused.value.length, "refused request")}
      </button>
    </div>
  );
}

function reasonOf({ filter, range }: Store): string {
  if (range.value !== null) return `Nothing that the filter lets through began in ${rangeText(range.value)}.`;
  if (filter.value !== "") return "The filter lets no request through.";
  return "None of the refused requests was refused by API Gateway.";
}
