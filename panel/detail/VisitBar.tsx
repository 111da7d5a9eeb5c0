import { usePanel } from "../store/panel-context.ts";
import { BackButton } from "./BackButton.tsx";
import "./detail.css";

/** The way back from a request that evidence pointed to. */
export function VisitBar() {
  const { store } = usePanel();
  const visit = store.detail.visit.value;
  if (visit === null) return null;
  const back = () => {
    store.selected.value = visit.from;
  };
  return (
    <div class="detail-bar">
      <BackButton onClick={back} to="the diagnosis that points here" depth={1} />
    </div>
  );
}
