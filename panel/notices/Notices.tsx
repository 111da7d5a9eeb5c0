import { useState } from "preact/hooks";
import { lineText } from "../elements/display-text.ts";
import { Sentence } from "../elements/Sentence.tsx";
import { counted } from "../elements/wording.ts";
import { exampleName } from "../files/example-name.ts";
import { usePanel } from "../store/panel-context.ts";
import { waysOn } from "../store/worker-failure.ts";
import { Strip } from "./Strip.tsx";
import "../elements/link-button.css";
import "../elements/strip.css";

/** Notices about the whole list: an example, failed rules and actions, settings that are not stored. */
export function Notices() {
  return (
    <section class="strip-list" aria-label="Notices">
      <WorkerEnded />
      <Failure />
      <ExampleNotice />
      <RuleFailures />
      <StorageRefused />
      <NoLongerKept />
    </section>
  );
}

function WorkerEnded() {
  const { store } = usePanel();
  if (!store.workerEnded.value) return null;
  return (
    <Strip>
      <span role="alert">
        <b>Nothing is examined any more:</b> the browser ended this extension's Worker, perhaps for want of memory. What
        is listed stays, and nothing is added to it. {waysOn(store)} to go on.
      </span>
    </Strip>
  );
}

function Failure() {
  const { store } = usePanel();
  const failure = store.failure.value;
  if (failure === null) return null;
  const dismiss = () => {
    store.failure.value = null;
  };
  return (
    <Strip onDismiss={dismiss}>
      <span role="alert">{lineText(failure)}</span>
    </Strip>
  );
}

function ExampleNotice() {
  const { store, actions } = usePanel();
  if (!store.sources.value.some(({ file }) => file === exampleName)) return null;
  return (
    <Strip>
      <span role="status">
        <b>This is an example, made up.</b> Choose a request to see why it was refused.
      </span>{" "}
      <button type="button" class="link-button link-button-alone" onClick={actions.clear}>
        Clear the example
      </button>
    </Strip>
  );
}

function RuleFailures() {
  const { store } = usePanel();
  const failures = store.failures.value;
  if (failures.length === 0) return null;
  return (
    <Strip>
      <details>
        <summary>
          <span role="alert">
            <b>{counted(failures.length, "rule")} failed.</b> Other causes were weighed without it.
          </span>
        </summary>
        <p>This is a flaw of this extension: please report it with these lines.</p>
        <ul>
          {failures.map(({ rule, file, entry, reason }) => (
            <li key={rule}>
              <code>{lineText(rule, 100)}</code> at request {entry} of {lineText(file, 120)}: <Sentence text={reason} />
            </li>
          ))}
        </ul>
      </details>
    </Strip>
  );
}

function StorageRefused() {
  const { store } = usePanel();
  if (!store.storageRefused.value) return null;
  const dismiss = () => {
    store.storageRefused.value = false;
  };
  return (
    <Strip onDismiss={dismiss}>
      <span role="alert">
        The browser refused to store the settings. They hold until the panel is closed; a browser that may keep site
        data stores them.
      </span>
    </Strip>
  );
}

function NoLongerKept() {
  const { store } = usePanel();
  const [dismissed, setDismissed] = useState(false);
  const { allowed, refused } = store.capture.value.evicted;
  if (allowed + refused === 0 || dismissed) return null;
  return (
    <Strip onDismiss={() => setDismissed(true)}>
      <b>{counted(allowed, "older request")} that were allowed are no longer kept</b>, so that memory stays small.{" "}
      {refused === 0
        ? "Everything refused is, with what was asked just before and after it."
        : `Nor are the oldest ${counted(refused, "refused request")}: newer refusals take all the room.`}
    </Strip>
  );
}
