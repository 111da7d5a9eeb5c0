import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { usePanel } from "../store/panel-context.ts";

/** Loads the export dialog when it is opened for the first time. */
export function ExportGate() {
  const { store } = usePanel();
  const [loaded, setLoaded] = useState<{ readonly ExportDialog: ComponentType } | null>(null);
  const isOpen = store.dialog.value === "export";
  useEffect(() => {
    if (isOpen && loaded === null) void import("./ExportDialog.tsx").then(setLoaded);
  }, [isOpen, loaded]);
  return isOpen && loaded !== null ? <loaded.ExportDialog /> : null;
}
