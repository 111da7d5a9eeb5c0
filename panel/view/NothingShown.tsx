import { counted } from "../wording.ts";
import { usePanel } from "./panel-context.ts";

/** In place of rows, when the filter or the scope lets none through. */
export function NothingShown() {
  const { store, actions } = usePanel();
  const filtered = store.filter.value !== "";
  const showAll = () => {
    store.filter.value = "";
    actions.changeScope("refused");
  };
  return (
    <div class="nothing-shown">
      <p>
        {filtered
          ? "No refused request contains this text."
          : "None of the refused requests was refused by API Gateway."}
      </p>
      <button type="button" class="button" onClick={showAll}>
        Show all {counted(store.refused.value.length, "refused request")}
      </button>
    </div>
  );
}
