import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ruleGroupOnlyRead, webAclOnlyRead } from "../../rules/advice/waf-advice.ts";

/** The files that commands name, as somebody who follows the advice has saved them. */

const visibility = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: "m" };

/** What `get-web-acl` prints under `WebACL`. */
const webAcl = {
  Name: "api",
  Id: "1",
  ARN: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/api/1",
  DefaultAction: { Allow: {} },
  Rules: [],
  VisibilityConfig: visibility,
  Capacity: 1,
  ManagedByFirewallManager: false,
  RetrofittedByFirewallManager: false,
  LabelNamespace: "awswaf:123456789012:webacl:api:",
};

/** What `get-rule-group` prints under `RuleGroup`. */
const ruleGroup = {
  Name: "api",
  Id: "1",
  ARN: "arn:aws:wafv2:eu-west-1:123456789012:regional/rulegroup/api/1",
  Capacity: 1,
  Rules: [],
  VisibilityConfig: visibility,
  LabelNamespace: "awswaf:123456789012:rulegroup:api:",
};

/** What `get-distribution-config --query DistributionConfig` prints. */
const distribution = {
  CallerReference: "1",
  Comment: "",
  Enabled: true,
  Origins: { Quantity: 1, Items: [{ Id: "api", DomainName: "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com" }] },
  DefaultCacheBehavior: { TargetOriginId: "api", ViewerProtocolPolicy: "https-only" },
};

const corsOf = {
  apigatewayv2: { AllowOrigins: ["https://app.example.com"], AllowMethods: ["GET"] },
  s3api: { CORSRules: [{ AllowedOrigins: ["https://app.example.com"], AllowedMethods: ["GET"] }] },
};

/** A folder with the saved files; `cors.json` is that of the service. */
export function savedFiles(service: "apigatewayv2" | "s3api"): string {
  const folder = mkdtempSync(join(tmpdir(), "apigw403-"));
  const files: Readonly<Record<string, unknown>> = {
    "actions.json": [{ Type: "forward", TargetGroupArn: "arn" }],
    "cors.json": corsOf[service],
    "distribution.json": distribution,
    "policy.json": { Version: "2012-10-17", Statement: [] },
    "rule-group.json": updatable(ruleGroup, ruleGroupOnlyRead),
    "web-acl.json": updatable(webAcl, webAclOnlyRead),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  writeFileSync(join(folder, "private-key.pem"), privateKey);
  return folder;
}

/** As the advice says: without what the service only prints, with scope and lock token. */
function updatable(printed: object, onlyRead: readonly string[]): object {
  const kept = Object.entries(printed).filter(([name]) => !onlyRead.includes(name));
  return { ...Object.fromEntries(kept), Scope: "REGIONAL", LockToken: "1" };
}

const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
  type: "pkcs1",
  format: "pem",
});
