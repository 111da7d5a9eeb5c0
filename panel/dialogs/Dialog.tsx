import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../elements/Icon.tsx";
import { usePanel } from "../store/panel-context.ts";
import type { Store } from "../store/store.ts";
import "./dialog.css";
import "../elements/tool.css";

interface Props {
  readonly name: Exclude<Store["dialog"]["value"], null>;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A modal dialog, open while the store says so. The browser gives the focus back to where it was. */
export function Dialog({ name, title, children }: Props) {
  const { store } = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = store.dialog.value === name;
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  const closed = () => {
    store.dialog.value = null;
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="dialog-title" onClose={closed}>
      <div class="dialog-headline">
        <h2 id="dialog-title">{title}</h2>
        <button
          type="button"
          class="tool"
          aria-label={`Close: ${title}`}
          title="Close (Escape)"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
