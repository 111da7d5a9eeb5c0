import { type Shell, shells } from "../../../src/commands/shells.ts";
import { OneOf } from "../../elements/OneOf.tsx";
import { usePanel } from "../../store/panel-context.ts";
import { viewSettings } from "../../store/view-settings.ts";
import type { DiagnosisSection } from "../section.ts";

const names: Readonly<Record<Shell, string>> = { bash: "bash", powershell: "PowerShell" };

/** Chooses the shell that all commands are written for. */
export const shell: DiagnosisSection = {
  id: "shell",
  title: null,
  applies: () => true,
  View: ShellSwitch,
};

function ShellSwitch() {
  const { store } = usePanel();
  return <OneOf legend={viewSettings.shell.label} names={names} options={shells} chosen={store.shell} />;
}
