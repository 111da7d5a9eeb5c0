import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { usePanel } from "../store/panel-context.ts";
import { BackButton } from "./BackButton.tsx";
import "./detail.css";
import "../elements/link-button.css";

/** A page over the diagnosis, with the way back; Escape goes back, too. */
export function PageFrame({ children }: { readonly children: ComponentChildren }) {
  const { store } = usePanel();
  const { pages, back } = store.detail;
  const below = pages.value.at(-2);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    back();
  };
  return (
    <article class="detail" aria-labelledby="headline" onKeyDown={onKeyDown}>
      <div class="detail-bar">
        <BackButton
          depth={pages.value.length}
          onClick={back}
          to={below === undefined ? "the diagnosis" : "the page before"}
        />
        {below?.kind !== "causes" && pages.value.at(-1)?.kind === "cause" && (
          <button
            type="button"
            class="link-button link-button-alone"
            onClick={() => store.detail.open({ kind: "causes" })}
          >
            All causes
          </button>
        )}
      </div>
      <div id="diagnosis" class="detail-page" tabIndex={-1}>
        {children}
      </div>
    </article>
  );
}
