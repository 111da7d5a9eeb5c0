/** Whether a part of a denied resource is a variable that nobody filled in: `undefined`, `null`, `{id}`. */
export function isUnfilled(resource: string): boolean {
  return /(?:^|[/:])(?:undefined|null|NaN|\{[^/}]*\}|\$\{[^/}]*\}|%7B[^/]*%7D)(?=$|[/:])/i.test(resource);
}
