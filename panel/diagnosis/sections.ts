import { confirm, fix, links } from "./fix/Fix.tsx";
import { howFar } from "./how-far/HowFar.tsx";
import { iac } from "./iac/Iac.tsx";
import { awsConsole, logs, runbook } from "./logs/Logs.tsx";
import { nextCheck } from "./next-check/NextCheck.tsx";
import { reasons } from "./reasons/Reasons.tsx";
import { request } from "./request/Request.tsx";
import { requests } from "./requests/FindingRequests.tsx";
import { rivals } from "./rivals/Rivals.tsx";
import type { DiagnosisSection } from "./section.ts";
import { shell } from "./shell/ShellSwitch.tsx";
import { signature } from "./signature/SignatureDetails.tsx";
import { token } from "./token/TokenDetails.tsx";
import { unchecked } from "./unchecked/Unchecked.tsx";
import { whyNot } from "./why-not/WhyNot.tsx";

/** The parts of a diagnosis, in the order in which they are shown. */
export const sections: readonly DiagnosisSection[] = [
  howFar,
  reasons,
  rivals,
  signature,
  token,
  nextCheck,
  confirm,
  fix,
  links,
  iac,
  logs,
  runbook,
  awsConsole,
  shell,
  whyNot,
  unchecked,
  requests,
  request,
];
