import type { Case } from "../../src/diagnosis/case.ts";

/** The id under which API Gateway logged the request (`$context.requestId`); null if the response shows none. */
export function loggedId({ exchange: { response } }: Case): string | null {
  return plainId(response.headers.get("x-amzn-requestid")) ?? plainId(response.headers.get("apigw-requestid"));
}

/** A REST or WebSocket API's second id of a request (`$context.extendedRequestId`); null if not shown. */
export function extendedId({ exchange: { response } }: Case): string | null {
  return plainId(response.headers.get("x-amz-apigw-id"));
}

/** UUIDs and base64 have no other characters. Any other text is not an id of API Gateway. */
function plainId(text: string | undefined): string | null {
  return text !== undefined && /^[\w+/=-]{8,64}$/.test(text) ? text : null;
}
