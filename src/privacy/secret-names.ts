/** Names by which headers, parameters, fields and cookies tell that their value is a secret. */

const secretHeaders = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "x-api-key",
  "x-amz-security-token",
  "x-auth-token",
  "x-access-token",
  "x-csrf-token",
  "x-xsrf-token",
]);

const secretName =
  /^(?:x-amz-(?:signature|security-token|credential)|sig|auth|authorization|(?:.*[-_.])?(?:api[-_]?key|token|secret|signature|password|passwd|passphrase|passcode|pwd|pin|otp|jwt|session|session[-_]?id|sid|sessid|credentials?|assertion|saml[-_]?(?:response|request)|(?:access|secret|private)[-_]?(?:access[-_]?)?key(?:[-_]?id)?|accesstoken|idtoken|refreshtoken|sessiontoken|phpsessid|jsessionid))$/i;

/** OAuth's `code` and a plain `key` are secrets where they are parameters; in a body `code` mostly names an error. */
const secretParameter = /^(?:.*[-_.])?(?:code|key)$/i;

/** No header, parameter or field that means something is longer. */
const longestName = 128;

/** Whether the header holds nothing but a secret. */
export function isSecretHeader(name: string): boolean {
  return secretHeaders.has(name.toLowerCase()) || isSecretParameter(name);
}

/** Whether a field of a body, a cookie or a custom field of a HAR file holds a secret, by its name. */
export function isSecretField(name: string): boolean {
  return name.length <= longestName && secretName.test(dashed(name));
}

/** The same for a parameter of a query or a form. */
export function isSecretParameter(name: string): boolean {
  return isSecretField(name) || (name.length <= longestName && secretParameter.test(dashed(name)));
}

/** `csrfToken` as `csrf-Token`. */
function dashed(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2");
}
