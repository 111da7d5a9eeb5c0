import { useState } from "preact/hooks";
import type { CauseName as Cause } from "../../src/diagnosis/cause-page.ts";
import { groupBy } from "../../src/session/group-by.ts";
import { CauseMark } from "../elements/CauseMark.tsx";
import { CauseName } from "../elements/CauseName.tsx";
import { marksFor } from "../elements/cause-mark.ts";
import { Section } from "../elements/Section.tsx";
import { usePanel } from "../store/panel-context.ts";
import "./cause-list.css";
import "../detail/detail.css";
import "../elements/text.css";

/** All causes by the step that refuses, with a search. */
export function CauseList() {
  const { store } = usePanel();
  const [wanted, setWanted] = useState("");
  const causes = store.detail.causes.value;
  const marks = marksFor([...store.causes.value, ...causes.map(({ id, apiGateway }) => ({ cause: id, apiGateway }))]);
  const found = causes.filter((cause) => mentions(cause, wanted));
  return (
    <>
      <h2 id="headline" class="detail-title">
        The {causes.length} causes of a 403
      </h2>
      <input
        type="search"
        class="cause-list-search"
        aria-label="Search the causes"
        placeholder="Search: stage, key, token, CORS …"
        spellcheck={false}
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <p class="page-offscreen" role="status">
        {wanted !== "" && `${found.length} found`}
      </p>
      {[...groupBy(found, ({ step }) => step)].map(([step, group]) => (
        <Section key={step} title={step}>
          <ul class="cause-list">
            {group.map(({ id, title, apiGateway }) => (
              <li key={id}>
                <CauseMark cause={id} apiGateway={apiGateway} marks={marks} />
                <CauseName cause={id} title={title} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {found.length === 0 && causes.length > 0 && <p class="text-quiet">No cause has all of these words.</p>}
    </>
  );
}

function mentions({ id, title, step }: Cause, wanted: string): boolean {
  const text = `${id.replaceAll("-", " ")} ${title} ${step}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
