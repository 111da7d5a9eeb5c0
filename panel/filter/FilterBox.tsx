import { useRef } from "preact/hooks";
import { lineText } from "../elements/display-text.ts";
import { Icon } from "../elements/Icon.tsx";
import { filterId, keyText, panelKeys } from "../keys/panel-keys.ts";
import { usePanel } from "../store/panel-context.ts";
import { type Suggestions, useSuggestions } from "./use-suggestions.ts";
import "./filter.css";

const listId = "filter-suggestions";
const problemId = "filter-problem";

/** The filter, with suggestions for the word at the caret. */
export function FilterBox() {
  const { store } = usePanel();
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(input);
  const { offered, active } = suggestions;
  const problem = lineText(store.parsedFilter.value.problems.join(" "), 500);
  const isOpen = offered.length > 0;
  const semantics = {
    role: "combobox" as const,
    "aria-label": "Filter",
    "aria-autocomplete": "list" as const,
    "aria-expanded": isOpen,
    "aria-controls": listId,
    "aria-activedescendant": active >= 0 ? optionId(active) : undefined,
    "aria-invalid": problem !== "",
    "aria-describedby": problem === "" ? undefined : problemId,
  };
  return (
    <div class={`filter ${problem === "" ? "" : "filter-doubtful"}`}>
      <Icon name="filter" />
      <input
        ref={input}
        id={filterId}
        type="text"
        {...semantics}
        placeholder="Filter"
        title={problem || `Text, or as in status-code:403 -method:OPTIONS cause:stage (${keyText(panelKeys.filter)})`}
        autocomplete="off"
        spellcheck={false}
        value={store.filter.value}
        onInput={suggestions.onInput}
        onKeyDown={suggestions.onKeyDown}
        onBlur={suggestions.close}
      />
      {store.filter.value !== "" && <EmptyButton onClick={() => input.current?.focus()} />}
      <div class="filter-below">
        <SuggestionList {...suggestions} />
        <p id={problemId} class="filter-problem" role="status">
          {isOpen ? "" : problem}
        </p>
      </div>
    </div>
  );
}

function EmptyButton({ onClick }: { readonly onClick: () => void }) {
  const { store } = usePanel();
  const empty = () => {
    store.filter.value = "";
    onClick();
  };
  return (
    <button type="button" class="filter-empty" aria-label="Empty the filter" title="Empty (Escape)" onClick={empty}>
      <Icon name="close" />
    </button>
  );
}

function SuggestionList({ offered, active, take }: Suggestions) {
  return (
    <div id={listId} class="filter-suggestions" role="listbox" aria-label="Suggestions" hidden={offered.length === 0}>
      {offered.map((suggestion, index) => (
        <button
          type="button"
          key={suggestion.label}
          id={optionId(index)}
          class="filter-suggestion"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The filter keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(suggestion)}
        >
          <span class="filter-suggestion-label">{lineText(suggestion.label, 200)}</span>
          <span class="filter-suggestion-note">{suggestion.note}</span>
        </button>
      ))}
    </div>
  );
}

function optionId(index: number): string {
  return `filter-suggestion-${index}`;
}
