import type { ExampleExchange } from "../../rules/example.ts";

/** Responses that many examples share, as the component that gives them would send them. */

export type ExampleResponse = Pick<ExampleExchange, "status" | "responseHeaders" | "responseBody" | "error">;

type Headers = Readonly<Record<string, string>>;

/** The request id that most AWS services add, API Gateway among them. */
export const awsRequestId: Headers = { "x-amzn-requestid": "5b6f1f4e-2c1d-4c55-9d0e-3f1a2b4c5d6e" };

/** REST and WebSocket APIs add both to all their responses. */
export const restIds: Headers = { ...awsRequestId, "x-amz-apigw-id": "JxKqfH1bDoEFRXw=" };

/** Headers of a refusal by a REST API itself. */
export function restRefusal(errorType: string): Headers {
  return { ...restIds, "x-amzn-errortype": errorType };
}

/** Headers of a response that a REST API's Lambda integration gave. */
export const restSuccess: Headers = {
  ...restIds,
  "x-amzn-trace-id": "Root=1-69a55b18-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=0",
};

/** The one header that an HTTP API adds. */
export const httpApi: Headers = { "apigw-requestid": "JxKqfiq1DoEEPUw=" };

/** What the CloudFront distribution of an edge-optimized API, or the owner's own, adds to an error. */
export const edge: Headers = {
  "x-cache": "Error from cloudfront",
  via: "1.1 0123456789abcdef0123456789abcdef.cloudfront.net (CloudFront)",
  "x-amz-cf-pop": "FRA56-P4",
  "x-amz-cf-id": "cF1d0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEF==",
};

/** The same response, seen through CloudFront. */
export function throughEdge(answer: ExampleResponse): ExampleResponse {
  return withHeaders(answer, edge);
}

/** The same response with further headers. */
export function withHeaders(answer: ExampleResponse, headers: Headers): ExampleResponse {
  return { ...answer, responseHeaders: { ...answer.responseHeaders, ...headers } };
}

/** A gateway response with one of the types whose key is spelt `message`. */
export function restError(errorType: string, message: string): ExampleResponse {
  return { status: 403, responseHeaders: restRefusal(errorType), responseBody: JSON.stringify({ message }) };
}

/** ACCESS_DENIED is the one type that spells its key `Message`. */
export function accessDenied(message: string): ExampleResponse {
  return {
    status: 403,
    responseHeaders: restRefusal("AccessDeniedException"),
    responseBody: JSON.stringify({ Message: message }),
  };
}

/** `User: <user> is not authorized …` as IAM and resource policies deny. */
export function invokeDenied(user: string, arn: string, reason = ""): ExampleResponse {
  return accessDenied(`User: ${user} is not authorized to perform: execute-api:Invoke on resource: ${arn}${reason}`);
}

/** The end of a denial that no policy of this layer allows, in the wording since 2025. */
export function nothingAllowsIn(layer: string): string {
  return ` because no ${layer} policy allows the execute-api:Invoke action`;
}

export const forbidden = restError("ForbiddenException", "Forbidden");

export const missingToken = restError("MissingAuthenticationTokenException", "Missing Authentication Token");

export const tokenInvalid = restError(
  "UnrecognizedClientException",
  "The security token included in the request is invalid.",
);

/** How every service words a wrong signature; API Gateway may add the canonical request. */
export const mismatch =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

export const signatureMismatch = restError("InvalidSignatureException", mismatch);

/** The parse error before mid 2025, which repeats the header. */
export function parseErrorOf(authorization: string): ExampleResponse {
  const token = authorization.split(" ").at(-1);
  return restError(
    "IncompleteSignatureException",
    `'${token}' not a valid key=value pair (missing equal-sign) in Authorization header: '${authorization}'.`,
  );
}

/** The parse error since mid 2025; `hash` is base64(SHA-256) of the whole header. */
export function hashedParseError(hash: string): ExampleResponse {
  return restError(
    "IncompleteSignatureException",
    `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`,
  );
}

export const ok: ExampleResponse = { status: 200, responseHeaders: restSuccess, responseBody: '{"orders":[]}' };

export const unauthorized: ExampleResponse = {
  status: 401,
  responseHeaders: restRefusal("UnauthorizedException"),
  responseBody: '{"message":"Unauthorized"}',
};

export const tooManyRequests: ExampleResponse = {
  status: 429,
  responseHeaders: restRefusal("TooManyRequestsException"),
  responseBody: '{"message":"Too Many Requests"}',
};

/** A Lambda function URL's refusal: request id and error type, but no id of API Gateway. */
export function functionUrlRefusal(errorType: string, body: string): ExampleResponse {
  return { status: 403, responseHeaders: { ...awsRequestId, "x-amzn-errortype": errorType }, responseBody: body };
}

/** CloudFront signed for the viewer without knowing the body's hash. */
export const functionUrlMismatch = functionUrlRefusal(
  "InvalidSignatureException",
  JSON.stringify({ message: mismatch }),
);

export const functionUrlOk: ExampleResponse = {
  status: 200,
  responseHeaders: awsRequestId,
  responseBody: '{"orders":[]}',
};

export const httpForbidden: ExampleResponse = {
  status: 403,
  responseHeaders: httpApi,
  responseBody: '{"message":"Forbidden"}',
};

export const httpNotFound: ExampleResponse = {
  status: 404,
  responseHeaders: httpApi,
  responseBody: '{"message":"Not Found"}',
};

export const httpOk: ExampleResponse = { status: 200, responseHeaders: httpApi, responseBody: '{"orders":[]}' };

/** The error page that CloudFront itself makes; `line` tells the reason. */
export function cloudFrontPage(line: string): ExampleResponse {
  return {
    status: 403,
    responseHeaders: { ...edge, server: "CloudFront", "content-type": "text/html" },
    responseBody: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">
<TITLE>ERROR: The request could not be satisfied</TITLE>
</HEAD><BODY>
<H1>403 ERROR</H1>
<H2>The request could not be satisfied.</H2>
<HR noshade size="1px">
${line}
We can't connect to the server for this app or website at this time. There might be too much traffic or a configuration error.
<BR clear="all">
<HR noshade size="1px">
<PRE>
Generated by cloudfront (CloudFront)
Request ID: cF1d0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEF==
</PRE>
</BODY></HTML>`,
  };
}

/** The XML in which S3 reports errors, without the headers that S3 adds. */
export function s3Xml(code: string, message: string, more = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>${code}</Code><Message>${message}</Message>${more}<RequestId>0123456789ABCDEF</RequestId><HostId>hOsTiD0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH=</HostId></Error>`;
}

/** An error that S3 itself returns. */
export function s3Error(code: string, message: string, more = ""): ExampleResponse {
  return {
    status: 403,
    responseHeaders: {
      server: "AmazonS3",
      "content-type": "application/xml",
      "x-amz-request-id": "0123456789ABCDEF",
      "x-amz-id-2": "hOsTiD0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH=",
    },
    responseBody: s3Xml(code, message, more),
  };
}

/** What a page gets where the browser reports a network error instead of a response. */
export function noAnswer(error: string): ExampleResponse {
  return { status: 0, error };
}
