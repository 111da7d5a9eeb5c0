import { type Shell, shells } from "../../src/diagnosis/shells.ts";
import { usePanel } from "./panel-context.ts";

const names: Readonly<Record<Shell, string>> = { bash: "bash", powershell: "PowerShell" };

/** Chooses the shell that all commands are written for. */
export function ShellSwitch() {
  const { store } = usePanel();
  return (
    <fieldset class="shells">
      <legend>Commands for</legend>
      {shells.map((shell) => (
        <label key={shell} class="choice">
          <input
            type="radio"
            name="shell"
            checked={store.shell.value === shell}
            onChange={() => {
              store.shell.value = shell;
            }}
          />
          <span>{names[shell]}</span>
        </label>
      ))}
    </fieldset>
  );
}
