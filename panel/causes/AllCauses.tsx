import { usePanel } from "../store/panel-context.ts";
import "./all-causes.css";
import "../elements/link-button.css";

/** Opens the list of every cause that the program knows. */
export function AllCauses() {
  const { store } = usePanel();
  return (
    <p class="all-causes">
      <button type="button" class="link-button link-button-alone" onClick={() => store.detail.open({ kind: "causes" })}>
        All causes of a 403
      </button>
    </p>
  );
}
