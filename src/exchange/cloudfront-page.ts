/** The title of the page that CloudFront makes of its own errors. */
const titled = /The request could not be satisfied/i;

const rule = /<HR[^>]{0,100}>/i;

/** What follows the line in every such page. */
const end = /We can't connect to the server|<BR|<HR|<PRE|<\/BODY/i;

const longestPage = 20_000;

/**
 * The line in which CloudFront's own error page says why; empty where the page has none.
 * @returns null where the body is no such page
 */
export function cloudFrontLine(body: string): string | null {
  const page = body.slice(0, longestPage);
  if (!titled.test(page) || !/<H[12]\b/i.test(page)) return null;
  const [, afterRule = ""] = page.split(rule, 2);
  const [line = ""] = afterRule.split(end, 1);
  return line
    .replaceAll(/<[^<>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
