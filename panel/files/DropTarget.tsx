import { useEffect } from "preact/hooks";
import { isTextField } from "../elements/text-field.ts";
import { usePanel } from "../store/panel-context.ts";
import "./drop-target.css";

/** Takes files that are dropped anywhere on the panel, and HAR text or files that are pasted. */
export function DropTarget() {
  const { store, actions } = usePanel();
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    document.addEventListener("dragover", over, { signal });
    document.addEventListener("dragleave", leave, { signal });
    document.addEventListener("drop", drop, { signal });
    document.addEventListener("paste", paste, { signal });
    return () => ending.abort();

    function over(event: DragEvent) {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      store.dropping.value = true;
    }

    function leave(event: DragEvent) {
      if (event.relatedTarget === null) store.dropping.value = false;
    }

    function drop(event: DragEvent) {
      event.preventDefault();
      store.dropping.value = false;
      if (event.dataTransfer) actions.openFiles([...event.dataTransfer.files]);
    }

    function paste(event: ClipboardEvent) {
      if (event.clipboardData === null || isTextField(event.target)) return;
      const { files } = event.clipboardData;
      const text = event.clipboardData.getData("text/plain");
      if (files.length > 0) actions.openFiles([...files]);
      else if (text.trim() !== "") actions.openText(text);
    }
  }, [store, actions]);
  if (!store.dropping.value) return null;
  return (
    <section class="drop-target" aria-label="Files over the panel">
      <p>Drop HAR files to read them. They stay on this machine.</p>
    </section>
  );
}
