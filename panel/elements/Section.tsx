import type { ComponentChildren } from "preact";
import "./section.css";

interface Props {
  readonly title: string;
  /** Says more about the title, in quiet type. */
  readonly note?: string;
  readonly children: ComponentChildren;
}

/** A titled part of the diagnosis. */
export function Section({ title, note, children }: Props) {
  return (
    <section class="section">
      <h3>
        {title}
        {note !== undefined && <span class="section-note"> {note}</span>}
      </h3>
      {children}
    </section>
  );
}
