import type { ComponentChildren } from "preact";
import "../elements/button.css";
import "./dialog.css";

/** The buttons at the end of a dialog. */
export function DialogButtons({ children }: { readonly children: ComponentChildren }) {
  return <p class="button-row dialog-buttons">{children}</p>;
}
