import type { Case } from "../../src/diagnosis/case.ts";

/** The id under which API Gateway logged the request (`$context.requestId`); null where the response shows none. */
export function loggedId({ exchange: { response } }: Case): string | null {
  return plainId(response.headers.get("x-amzn-requestid")) ?? plainId(response.headers.get("apigw-requestid"));
}

/** The id by which REST and WebSocket APIs name the request a second time (`$context.extendedRequestId`). */
export function extendedId({ exchange: { response } }: Case): string | null {
  return plainId(response.headers.get("x-amz-apigw-id"));
}

/** UUIDs and base64 have no other characters; anything else is none of API Gateway's ids. */
function plainId(text: string | undefined): string | null {
  return text !== undefined && /^[\w+/=-]{8,64}$/.test(text) ? text : null;
}
