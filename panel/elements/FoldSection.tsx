import type { ComponentChildren } from "preact";
import "./section.css";

interface Props {
  readonly title: string;
  /** Summarises the content, in quiet type. */
  readonly note?: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** A titled part of the diagnosis that folds away. */
export function FoldSection({ title, note, open, children }: Props) {
  return (
    <details class="section" open={open}>
      <summary>
        <h3>
          {title}
          {note !== undefined && <span class="section-note"> {note}</span>}
        </h3>
      </summary>
      {children}
    </details>
  );
}
