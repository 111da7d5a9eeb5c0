import type { Case } from "../../src/diagnosis/case.ts";
import type { Link } from "../../src/diagnosis/diagnosis.ts";
import { executionLogGroup } from "./log-groups.ts";
import { partition } from "./owner-commands.ts";
import { runbookName } from "./runbook.ts";

/** The console's domain by partition. AWS does not publish those of the isolated partitions. */
const domains: ReadonlyMap<string, string> = new Map([
  ["aws", "console.aws.amazon.com"],
  ["aws-cn", "console.amazonaws.cn"],
  ["aws-us-gov", "console.amazonaws-us-gov.com"],
]);

/** The console's pages of the API and its neighbours; empty if region or partition are unknown. */
export function consoleLinks(subject: Case): readonly Link[] {
  const { region, id, kind } = subject.api;
  const domain = domains.get(partition(subject));
  if (region === null || domain === undefined) return [];
  const inRegion = (path: string) => `https://${encodeURIComponent(region)}.${domain}/${path}`;
  const query = `region=${encodeURIComponent(region)}`;
  const group = executionLogGroup(subject);
  return [
    ...(id === null ? [] : apiPages(id, kind === "http" || kind === "websocket")).map(({ label, url }) => ({
      label,
      url: inRegion(`${url}&${query}`),
    })),
    { label: "Console: web ACLs of the region", url: inRegion(`wafv2/homev2/web-acls?${query}`) },
    ...(group === null
      ? []
      : [
          {
            label: "Console: execution log",
            url: inRegion(`cloudwatch/home?${query}#logsV2:log-groups/log-group/${inFragment(group)}`),
          },
        ]),
    ...(kind === "rest" || kind === "unknown"
      ? [
          {
            label: "Console: AWS's runbook",
            url: inRegion(`systems-manager/automation/execute/${runbookName}?${query}`),
          },
        ]
      : []),
  ];
}

/** The paths of the console's pages of an API, without the region. */
function apiPages(id: string, isVersion2: boolean): readonly Link[] {
  const api = encodeURIComponent(id);
  const own = `apigateway/main/apis/${api}`;
  if (isVersion2) {
    return [
      { label: "Console: the API", url: `apigateway/main/api-detail?api=${api}` },
      { label: "Console: the API's routes", url: `apigateway/main/develop/routes?api=${api}` },
    ];
  }
  return [
    { label: "Console: the API's resources", url: `${own}/resources?api=${api}` },
    { label: "Console: the API's stages", url: `${own}/stages?api=${api}` },
    { label: "Console: the API's authorizers", url: `${own}/authorizers?api=${api}` },
  ];
}

/** CloudWatch's console expects names that are encoded twice, with `$` for the outer `%`. */
function inFragment(name: string): string {
  return encodeURIComponent(encodeURIComponent(name)).replaceAll("%", "$");
}
