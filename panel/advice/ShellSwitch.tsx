import { type Shell, shells } from "../../src/commands/shells.ts";
import { OneOf } from "../elements/OneOf.tsx";
import { usePanel } from "../store/panel-context.ts";

const names: Readonly<Record<Shell, string>> = { bash: "bash", powershell: "PowerShell" };

/** Chooses the shell that all commands are written for. */
export function ShellSwitch() {
  const { store } = usePanel();
  return <OneOf legend="Commands for" names={names} options={shells} chosen={store.shell} />;
}
