import { usePanel } from "../store/panel-context.ts";

/** Opens the list of every cause that the program knows. */
export function AllCauses() {
  const { store } = usePanel();
  return (
    <p class="all-causes">
      <button type="button" class="linkish alone" onClick={() => store.detail.open({ kind: "causes" })}>
        All causes of a 403
      </button>
    </p>
  );
}
