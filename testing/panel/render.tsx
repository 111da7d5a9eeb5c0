import { setImmediate as nextTurn } from "node:timers/promises";
import type { ComponentChildren } from "preact";
import { render } from "preact";
import { act } from "preact/test-utils";
import { onTestFinished, vi } from "vitest";
import type { Actions } from "../../panel/store/actions.ts";
import { PanelContext } from "../../panel/store/panel-context.ts";
import { createStore, type Store, type Surroundings } from "../../panel/store/store.ts";

export interface Rendered {
  readonly store: Store;
  readonly actions: Actions;
  /** The element that the view is rendered into. */
  readonly root: HTMLElement;
  /** What can be read in it, with single spaces. */
  text(): string;
  /** Runs `change`, and what follows from it in the view. */
  change(change: () => unknown): Promise<void>;
  /** The button with this name, or whose text this is; throws where there is none. */
  button(name: string): HTMLButtonElement;
  click(name: string): Promise<void>;
}

interface Wanted {
  readonly surroundings?: Partial<Surroundings>;
  /** Instead of actions that do nothing. */
  readonly actions?: Partial<Actions>;
  /** Fills the store before the view is first rendered. */
  fill?(store: Store): void;
}

const noLimits = { filtered: null, left: null, stopped: null, reveal: null };

/** Renders a view with a store of its own and actions that a test watches. It is removed when the test has finished. */
export async function renderInPanel(view: ComponentChildren, wanted: Wanted = {}): Promise<Rendered> {
  const store = createStore({ installed: true, watching: true, limits: noLimits, ...wanted.surroundings });
  const actions = { ...idleActions(), ...wanted.actions };
  wanted.fill?.(store);
  const root = document.createElement("div");
  document.body.append(root);
  const draw = (content: ComponentChildren) =>
    change(() => render(<PanelContext.Provider value={{ store, actions }}>{content}</PanelContext.Provider>, root));
  await draw(view);
  onTestFinished(async () => {
    await draw(null);
    root.remove();
  });
  const button = (name: string) => {
    const found = [...root.querySelectorAll("button")].find((each) => nameOf(each) === name);
    if (found === undefined) throw new Error(`no button "${name}" in: ${textOf(root)}`);
    return found;
  };
  return {
    store,
    actions,
    root,
    text: () => textOf(root),
    change,
    button,
    click: (name) => change(() => button(name).click()),
  };
}

/** Lets what is drawn follow, and what promises that are settled then bring: one call may lead to another. */
async function change(run: () => unknown): Promise<void> {
  await act(async () => {
    await run();
    await nextTurn();
  });
  await act(() => nextTurn());
}

function textOf(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

function nameOf(button: HTMLButtonElement): string {
  return button.getAttribute("aria-label") ?? textOf(button);
}

function idleActions(): Actions {
  return {
    openFiles: vi.fn(),
    openText: vi.fn(),
    showExample: vi.fn(),
    stopReading: vi.fn(),
    exportFormats: vi.fn(async () => []),
    export: vi.fn(() => new Promise<never>(() => {})),
    pause: vi.fn(),
    resume: vi.fn(),
    clear: vi.fn(),
    changeSettings: vi.fn(),
    resetSettings: vi.fn(),
    resizeColumn: vi.fn(),
    showAllRefused: vi.fn(),
    investigation: vi.fn(async () => null),
    probe: vi.fn(async () => null),
    reload: vi.fn(),
    revealInNetwork: vi.fn(),
  };
}
