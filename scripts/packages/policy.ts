/** What each directive of our policy may allow beside `'none'`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'"],
  "frame-ancestors": ["'self'", "devtools://*"],
};

/** What a content security policy must say, since `default-src` does not stand for it. */
const needed = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];

/** How a content security policy allows more than the files that come with it; empty where it does not. */
export function tooMuchIn(policy: string): readonly string[] {
  const directives = policy.split(";").map((directive) => directive.trim());
  const missing = needed.filter((directive) => !directives.includes(directive));
  const more = directives.flatMap((directive) => {
    const [name = "", ...sources] = directive.split(/\s+/);
    return sources
      .filter((source) => source !== "'none'" && !allowed[name]?.includes(source))
      .map((source) => `the policy allows ${source} by ${name}`);
  });
  return [...missing.map((directive) => `the policy does not say ${directive}`), ...more];
}
