import { useEffect, useState } from "preact/hooks";
import type { Details, InvestigationView } from "../../../src/worker/protocol.ts";
import { usePanel } from "../../store/panel-context.ts";
import { whyFailed } from "../../store/worker-failure.ts";

export interface Investigation {
  /** Null until it is loaded, and where nothing can be asked. */
  readonly known: InvestigationView | null;
  /** Why the last call failed; null where it did not. */
  readonly failure: string | null;
  readonly isAsking: boolean;
  /** Lets the inspected page send the next probe. */
  send(credentials: boolean): void;
}

/** What is known about a refused request by probes, loaded again when its details change. */
export function useInvestigation(details: Details): Investigation {
  const { store, actions } = usePanel();
  const { key } = details;
  const [known, setKnown] = useState<InvestigationView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    setFailure(null);
    actions.investigation(key).then(
      (investigation) => isCurrent && setKnown(investigation),
      (error) => isCurrent && setFailure(`What can be asked could not be loaded: ${whyFailed(error, store)}`),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, details]);
  const send = async (credentials: boolean) => {
    setAsking(true);
    setFailure(null);
    try {
      setKnown((await actions.probe?.(key, credentials)) ?? null);
    } catch (error) {
      setFailure(`This was not asked to its end: ${whyFailed(error, store)}`);
    } finally {
      setAsking(false);
    }
  };
  return { known, failure: failure ?? known?.failure ?? null, isAsking, send: (credentials) => void send(credentials) };
}
