import { expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import { forbidden } from "../../testing/examples/responses.ts";
import { stageArn } from "./owner-commands.ts";

it.each([
  ["eu-west-1.amazonaws.com", "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod"],
  ["cn-north-1.amazonaws.com.cn", "arn:aws-cn:apigateway:cn-north-1::/restapis/a1b2c3d4e5/stages/prod"],
  ["us-gov-west-1.amazonaws.com", "arn:aws-us-gov:apigateway:us-gov-west-1::/restapis/a1b2c3d4e5/stages/prod"],
])("names a stage on %s in its own partition", (suffix, arn) => {
  expect(stageArn(caseOf({ url: `https://a1b2c3d4e5.execute-api.${suffix}/prod/orders`, ...forbidden }))).toBe(arn);
});
