import { command, commandLines } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { bodyIsLarge, looksLikeAttack } from "../clues/request-content.ts";
import { change } from "./changes.ts";
import { globalRegion, region } from "./owner-commands.ts";

/** Where a web ACL belongs: to a resource of a region, or to a distribution. */
type Scope = "REGIONAL" | "CLOUDFRONT";

/** How to narrow the rule that matched, by what stands out in the request. `where` names the web ACL. */
export function narrowRule(subject: Case, where: string): string {
  const how = `In ${where}, narrow the rule that matched by a scope-down statement for this path. As Count it lets through everything that it blocks now.`;
  const size = bodyIsLarge.ask(subject);
  if (size.answer === "yes") {
    return `What stands out is the size: ${size.says}. If the rule is SizeRestrictions_BODY, exclude it on this path, or raise the web ACL's inspection limit (up to 64 KB). ${how}`;
  }
  const attack = looksLikeAttack.ask(subject);
  return attack.answer === "yes" ? `What stands out: ${attack.says}. ${how}` : how;
}

/** Changes the rule that matched. The updates replace the whole web ACL or rule group, so the advice saves it first. */
export function changeRule(subject: Case, scope: Scope): readonly Advice[] {
  const place = scopeRegion(subject, scope);
  return [
    {
      says: "Save the web ACL as web-acl.json; if the rule stands in a rule group of yours, save that as rule-group.json.",
      ...commandLines(
        command`aws wafv2 get-web-acl --name WEB_ACL_NAME --id WEB_ACL_ID --scope ${scope} --region ${place}`,
        command`aws wafv2 get-rule-group --name RULE_GROUP_NAME --id RULE_GROUP_ID --scope ${scope} --region ${place}`,
      ),
    },
    change(
      updateSays("WebACL", scope, webAclOnlyRead),
      command`aws wafv2 update-web-acl --cli-input-json file://web-acl.json --region ${place}`,
    ),
    change(
      `For a rule group: ${updateSays("RuleGroup", scope, ruleGroupOnlyRead)}`,
      command`aws wafv2 update-rule-group --cli-input-json file://rule-group.json --region ${place}`,
    ),
  ];
}

/**
 * What the service returns of a web ACL, and does not take back. The CLI refuses each of them.
 * Source: the shapes of GetWebACL and UpdateWebACL in botocore's model of wafv2.
 */
export const webAclOnlyRead: readonly string[] = [
  "ARN",
  "Capacity",
  "LabelNamespace",
  "ManagedByFirewallManager",
  "RetrofittedByFirewallManager",
  "PreProcessFirewallManagerRuleGroups",
  "PostProcessFirewallManagerRuleGroups",
];

/** The same of a rule group. */
export const ruleGroupOnlyRead: readonly string[] = [
  "ARN",
  "Capacity",
  "LabelNamespace",
  "AvailableLabels",
  "ConsumedLabels",
];

function updateSays(wrapper: string, scope: Scope, onlyRead: readonly string[]): string {
  return `Change the rule in the saved file. Make the parts of \`${wrapper}\` the file's own, leave out ${listed(onlyRead)}, put \`"Scope": "${scope}"\` and the saved LockToken beside the rest, and write it back.`;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** AWS keeps the web ACLs of distributions in one region. */
function scopeRegion(subject: Case, scope: Scope): string {
  return scope === "CLOUDFRONT" ? globalRegion(subject) : region(subject);
}
