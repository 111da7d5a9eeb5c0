import { type CommandTexts, command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { region } from "./owner-commands.ts";

/** Changes the rule that matched. `update-web-acl` replaces the whole web ACL, so the advice saves it first. */
export function changeRule(subject: Case, scope: "REGIONAL" | "CLOUDFRONT"): readonly Advice[] {
  return [
    { says: "Save the web ACL with its lock token.", ...getWebAcl(scopeRegion(subject, scope), scope) },
    {
      says: "Change the rule in the saved web ACL, put name, id, scope and lock token beside its parts, and write it back.",
      ...command`aws wafv2 update-web-acl --cli-input-json file://web-acl.json --region ${scopeRegion(subject, scope)}`,
    },
  ];
}

function getWebAcl(region: string, scope: string): CommandTexts {
  return command`aws wafv2 get-web-acl --name WEB_ACL_NAME --id WEB_ACL_ID --scope ${scope} --region ${region}`;
}

/** AWS keeps the web ACLs of distributions in one region. */
function scopeRegion(subject: Case, scope: string): string {
  return scope === "CLOUDFRONT" ? "us-east-1" : region(subject);
}
