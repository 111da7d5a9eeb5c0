export type CredentialScopePart = "date" | "region" | "service" | "terminator";

const complaints: readonly (readonly [part: CredentialScopePart, form: RegExp])[] = [
  ["date", /Date in Credential scope does not match/],
  ["region", /Credential should be scoped to a valid region/],
  ["service", /Credential should be scoped to correct service/],
  ["terminator", /Credential should be scoped with a valid terminator/],
];

/**
 * Which parts of the credential scope a refusal names: one message can name several. Older wordings add the wrong region
 * ("not 'us-east-1'"); newer ones leave it to the reader of the credential.
 */
export function scopeComplaintsIn(message: string): readonly CredentialScopePart[] {
  return complaints.filter(([, form]) => form.test(message)).map(([part]) => part);
}
