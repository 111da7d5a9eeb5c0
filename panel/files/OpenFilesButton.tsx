import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { usePanel } from "../store/panel-context.ts";

interface Props {
  readonly class: string;
  readonly children: ComponentChildren;
}

/** Opens the browser's file dialog; any number of files. */
export function OpenFilesButton({ class: className, children }: Props) {
  const { actions } = usePanel();
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    if (input.current?.files) actions.openFiles([...input.current.files]);
    // The same file can then be chosen again.
    if (input.current) input.current.value = "";
  };
  return (
    <>
      <button type="button" class={className} title="Open HAR files" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".har,.json,.txt,.gz,.br,.zip,application/json"
        onChange={take}
        data-testid="files"
      />
    </>
  );
}
