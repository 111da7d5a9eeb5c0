import type { PageView } from "../../../src/diagnosis/explanation.ts";
import { FixList } from "../../advice/FixList.tsx";
import { lineText } from "../../elements/display-text.ts";
import { Sentence } from "../../elements/Sentence.tsx";
import "./layers.css";

interface Props {
  readonly page: PageView;
  readonly status: number;
  readonly title: string;
}

/** A refusal that the page could not read: what its code got, and the real response. */
export function PageLayers({ page, status, title }: Props) {
  return (
    <div class="layers">
      <dl>
        <dt>Your page saw</dt>
        <dd>
          <code>{lineText(page.saw)}</code> <Sentence text={page.why} />
        </dd>
        <dt>Really</dt>
        <dd>
          <code>{status}</code> <Sentence text={title} />
        </dd>
      </dl>
      {page.fix.length > 0 && (
        <details>
          <summary>To make the refusal readable (this does not undo it)</summary>
          <FixList fixes={page.fix} />
        </details>
      )}
    </div>
  );
}
