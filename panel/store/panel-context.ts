import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Actions } from "./actions.ts";
import type { Store } from "./store.ts";

/** The store and the actions of a panel. */
export interface PanelParts {
  readonly store: Store;
  readonly actions: Actions;
}

/** Carries the store and the actions to every component. */
export const PanelContext = createContext<PanelParts | null>(null);

/** The store and the actions of the panel that a view is in. Throws outside of a panel. */
export function usePanel(): PanelParts {
  const parts = useContext(PanelContext);
  if (parts === null) throw new Error("a component of the panel was used outside of it");
  return parts;
}
