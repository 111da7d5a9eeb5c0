import type { HostKind } from "../exchange/host.ts";

/** What each kind of host is called, as the end of "this is a …". */
export const hostLabels: Readonly<Record<HostKind, string>> = {
  "default-endpoint": "API Gateway default endpoint",
  "vpce-with-api": "private API through its VPC endpoint",
  vpce: "VPC endpoint of API Gateway",
  "regional-target": "target of a regional custom domain",
  emulator: "local emulator",
  cloudfront: "CloudFront distribution",
  "lambda-url": "Lambda function URL",
  appsync: "AppSync API",
  s3: "S3",
  elb: "load balancer",
  opensearch: "OpenSearch domain",
  cognito: "Cognito",
  "aws-service": "AWS service endpoint",
  other: "other host",
};

/** The label of a host with any other name behind which API Gateway responds. */
export const frontLabel = "name in front of API Gateway";
