import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { snippet } from "./snippet.ts";
import { apiId, domain, mappingKey } from "./values.ts";

/** The domain's mapping of the path's first segment to a stage. The v2 mapping takes each kind of API. */
export function apiMapping(subject: Case): IacSnippet {
  const [name, id, key] = [domain(subject), apiId(subject), mappingKey(subject) || "MAPPING_KEY"];
  return {
    says: "A mapping of the domain to a stage of the API; leave the key (base path) out to map the root. Serverless Framework declares it by its plugin serverless-domain-manager.",
    cloudformation: snippet`
      Resources:
        Mapping:
          Type: AWS::ApiGatewayV2::ApiMapping
          Properties:
            DomainName: ${name}
            ApiId: ${id}
            Stage: STAGE
            ApiMappingKey: ${key}`,
    cdk: snippet`
      new apigatewayv2.CfnApiMapping(this, "Mapping", {
        domainName: ${name},
        apiId: ${id},
        stage: "STAGE",
        apiMappingKey: ${key},
      });`,
    terraform: snippet`
      resource "aws_apigatewayv2_api_mapping" "mapping" {
        domain_name     = ${name}
        api_id          = ${id}
        stage           = "STAGE"
        api_mapping_key = ${key}
      }`,
    serverless: snippet`
      plugins: [serverless-domain-manager]
      custom:
        customDomain:
          domainName: ${name}
          basePath: ${key}
          stage: STAGE`,
  };
}
