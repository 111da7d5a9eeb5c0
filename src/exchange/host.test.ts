import { describe, expect, it } from "vitest";
import { type HostKind, identifyHost, isOwnAddress, isPrivateAddress } from "./host.ts";

const names: readonly (readonly [hostname: string, kind: HostKind, apiId: string | null, region: string | null])[] = [
  ["a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com", "default-endpoint", "a1b2c3d4e5", "eu-west-1"],
  ["A1B2C3D4E5.Execute-API.EU-West-1.amazonaws.com.", "default-endpoint", "a1b2c3d4e5", "eu-west-1"],
  ["a1b2c3d4e5.execute-api.amazonaws.com", "default-endpoint", "a1b2c3d4e5", null],
  ["a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn", "default-endpoint", "a1b2c3d4e5", "cn-north-1"],
  ["a1b2c3d4e5.execute-api.us-gov-west-1.amazonaws.com", "default-endpoint", "a1b2c3d4e5", "us-gov-west-1"],
  ["a1b2c3d4e5.execute-api.eusc-de-east-1.amazonaws.eu", "default-endpoint", "a1b2c3d4e5", "eusc-de-east-1"],
  ["a1b2c3d4e5.execute-api.us-iso-east-1.c2s.ic.gov", "default-endpoint", "a1b2c3d4e5", "us-iso-east-1"],
  ["a1b2c3d4e5.execute-api.us-isob-east-1.sc2s.sgov.gov", "default-endpoint", "a1b2c3d4e5", "us-isob-east-1"],
  ["a1b2c3d4e5.execute-api.eu-isoe-west-1.cloud.adc-e.uk", "default-endpoint", "a1b2c3d4e5", "eu-isoe-west-1"],
  ["a1b2c3d4e5.execute-api.us-isof-south-1.csp.hci.ic.gov", "default-endpoint", "a1b2c3d4e5", "us-isof-south-1"],
  ["a1b2c3d4e5.execute-api.eu-west-1.api.aws", "default-endpoint", "a1b2c3d4e5", "eu-west-1"],
  ["a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.us-west-2.amazonaws.com", "vpce-with-api", "a1b2c3d4e5", "us-west-2"],
  ["vpce-0123456789abcdef0-01234567.execute-api.us-west-2.vpce.amazonaws.com", "vpce", null, "us-west-2"],
  ["vpce-0123456789abcdef0-01234567-us-west-2a.execute-api.us-west-2.vpce.amazonaws.com", "vpce", null, "us-west-2"],
  ["d-numh1z56v6.execute-api.us-west-2.amazonaws.com", "regional-target", null, "us-west-2"],
  ["a1b2c3d4e5.execute-api.localhost.localstack.cloud", "emulator", "a1b2c3d4e5", null],
  ["a1b2c3d4e5.execute-api.localhost", "emulator", "a1b2c3d4e5", null],
  ["localhost", "emulator", null, null],
  ["abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws", "lambda-url", null, "eu-west-1"],
  ["d1a2b3c4d5e6f7.cloudfront.net", "cloudfront", null, null],
  ["abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com", "appsync", null, "eu-west-1"],
  ["my-bucket.s3.amazonaws.com", "s3", null, null],
  ["my-bucket.s3.eu-west-1.amazonaws.com", "s3", null, null],
  ["s3-eu-west-1.amazonaws.com", "s3", null, null],
  ["my-lb-123.eu-west-1.elb.amazonaws.com", "elb", null, null],
  ["my-nlb-0123.elb.eu-west-1.amazonaws.com", "elb", null, "eu-west-1"],
  ["search-x.eu-west-1.es.amazonaws.com", "opensearch", null, "eu-west-1"],
  ["cognito-idp.eu-west-1.amazonaws.com", "cognito", null, "eu-west-1"],
  ["login.auth.eu-west-1.amazoncognito.com", "cognito", null, "eu-west-1"],
  ["apigateway.eu-west-1.amazonaws.com", "aws-service", null, "eu-west-1"],
  ["sts.amazonaws.com", "aws-service", null, null],
  ["vpce-0a1b-xyz.execute-api.us-east-1.vpce.amazonaws.com", "vpce", null, "us-east-1"],
  ["my-api.execute-api.us-east-1.amazonaws.com", "default-endpoint", null, "us-east-1"],
  ["xyz.us-east-1.aoss.amazonaws.com", "opensearch", null, "us-east-1"],
  ["xyz.aoss.amazonaws.com", "opensearch", null, null],
  ["bucket.vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com", "s3", null, null],
  ["ec2.eu-west-1.amazonaws.com", "aws-service", null, "eu-west-1"],
  ["ec2-203-0-113-7.eu-west-1.compute.amazonaws.com", "other", null, null],
  ["ec2-203-0-113-7.compute-1.amazonaws.com", "other", null, null],
  ["shop.eu-west-1.elasticbeanstalk.com", "other", null, null],
  ["shop.abcdefgh.eu-west-1.cs.amazonlightsail.com", "other", null, null],
  ["vpce-0123456789abcdef0-01234567.vpce-svc-0123456789abcdef0.us-east-1.vpce.amazonaws.com", "other", null, null],
  ["someone.people.aws.dev", "other", null, null],
  ["amazonaws.com", "other", null, null],
  ["api.example.com", "other", null, null],
  ["a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com.evil.example", "other", null, null],
  ["", "other", null, null],
];

/** Where the service's word stands in the names that services give. */
const services: readonly (readonly [hostname: string, service: string, region: string | null])[] = [
  ["sqs.eu-west-1.amazonaws.com", "sqs", "eu-west-1"],
  ["sts.amazonaws.com", "sts", null],
  ["dynamodb.us-east-1.api.aws", "dynamodb", "us-east-1"],
  ["123456789012.ddb.us-east-1.amazonaws.com", "ddb", "us-east-1"],
  ["graph.cluster-c1a2b3d4e5f6.eu-west-1.neptune.amazonaws.com", "neptune", "eu-west-1"],
  ["abcd1234.c55.airflow.amazonaws.com", "airflow", null],
  ["abcd1234-vpce.c55.eu-west-1.airflow.amazonaws.com", "airflow", "eu-west-1"],
  ["abcd1234.c55.airflow.eu-west-1.on.aws", "airflow", "eu-west-1"],
  ["a1b2c3d4e5f6-ats.iot.us-east-1.amazonaws.com", "iot", "us-east-1"],
  ["vpce-0a1b-xyz.lambda.us-east-1.vpce.amazonaws.com", "lambda", "us-east-1"],
  ["vpce-0a1b-xyz-us-east-1a.sqs.us-east-1.vpce.amazonaws.com", "sqs", "us-east-1"],
  ["shop-0123456789abcdef0.7d67968.vpc-lattice-svcs.eu-west-1.on.aws", "vpc-lattice-svcs", "eu-west-1"],
  ["sqs.cn-north-1.amazonaws.com.cn", "sqs", "cn-north-1"],
  ["kms.cn-north-1.api.amazonwebservices.com.cn", "kms", "cn-north-1"],
  ["states.us-gov-west-1.amazonaws.com", "states", "us-gov-west-1"],
  ["sqs.us-iso-east-1.c2s.ic.gov", "sqs", "us-iso-east-1"],
];

describe("identifyHost", () => {
  it.each(services)("%s is the service %s", (hostname, service, region) => {
    expect(identifyHost(hostname, "/")).toMatchObject({ kind: "aws-service", service, region });
  });

  it("names the service of hosts that have a kind of their own, and of no others", () => {
    expect(identifyHost("abc.appsync-api.eu-west-1.amazonaws.com", "/").service).toBe("appsync-api");
    expect(identifyHost("xyz.us-east-1.aoss.amazonaws.com", "/").service).toBe("aoss");
    expect(identifyHost("cognito-idp.eu-west-1.amazonaws.com", "/").service).toBe("cognito-idp");
    expect(identifyHost("login.auth.eu-west-1.amazoncognito.com", "/").service).toBe("auth");
    expect(identifyHost("api.example.com", "/").service).toBeNull();
    expect(identifyHost("ec2-203-0-113-7.compute-1.amazonaws.com", "/").service).toBeNull();
  });

  it.each(names)("%s is %s", (hostname, kind, apiId, region) => {
    expect(identifyHost(hostname, "/")).toMatchObject({ kind, apiId });
    if (region !== null) expect(identifyHost(hostname, "/").region).toBe(region);
  });

  it("reads the API out of an emulator's path", () => {
    expect(identifyHost("localhost", "/restapis/a1b2c3/dev/_user_request_/orders").apiId).toBe("a1b2c3");
    expect(identifyHost("localhost", "/_aws/execute-api/a1b2c3/dev/orders").apiId).toBe("a1b2c3");
  });

  it("knows the partition", () => {
    expect(identifyHost("a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn", "/").partition).toBe("aws-cn");
    expect(identifyHost("a1b2c3d4e5.execute-api.us-gov-west-1.amazonaws.com", "/").partition).toBe("aws-us-gov");
    expect(identifyHost("api.example.com", "/").partition).toBeNull();
  });

  it("does not run its patterns over a hostile name", () => {
    expect(identifyHost(`${"a.".repeat(500_000)}s3.amazonaws.com`, "/").kind).toBe("other");
  });
});

it.each([
  ["10.0.3.7", true],
  ["172.16.0.1", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["fd12:3456::1", true],
  ["[fd12:3456::1]", true],
  ["FD12:3456::1", true],
  ["::ffff:10.0.3.7", true],
  ["100.64.0.9", true],
  ["100.127.255.254", true],
  ["100.128.0.1", false],
  ["100.63.0.1", false],
  ["2600:1f18::1", false],
  ["fe80::1", false],
  ["127.0.0.1", false],
  ["203.0.113.9", false],
])("%s is private: %s", (address, isPrivate) => expect(isPrivateAddress(address)).toBe(isPrivate));

it.each([
  ["127.0.0.1", true],
  ["::ffff:127.0.0.1", true],
  ["[::1]", true],
  ["203.0.113.127", false],
  ["::1234", false],
])("%s is the machine's own: %s", (address, isOwn) => expect(isOwnAddress(address)).toBe(isOwn));
