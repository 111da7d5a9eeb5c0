import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "Akamai's page with a reference number",
      exchanges: [
        {
          url: "https://www.example.com/api/orders",
          status: 403,
          responseHeaders: { server: "AkamaiGHost", "content-type": "text/html", "mime-version": "1.0" },
          responseBody:
            "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access this server.<P>Reference #18.0123456.1772443800.89abcdef</BODY></HTML>",
        },
      ],
    },
    {
      title: "Vercel's firewall",
      exchanges: [
        {
          url: "https://www.example.com/api/orders",
          status: 403,
          responseHeaders: { server: "Vercel", "x-vercel-mitigated": "deny", "content-type": "text/plain" },
          responseBody: "Forbidden",
        },
      ],
    },
    {
      title: "DataDome's captcha",
      exchanges: [
        {
          url: "https://www.example.com/api/orders",
          status: 403,
          responseHeaders: { server: "DataDome", "x-datadome": "protected" },
          responseBody: '{"url":"https://captcha.example.com/"}',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "Cloudflare has a cause of its own",
      exchanges: [
        {
          url: "https://www.example.com/api/orders",
          status: 403,
          responseHeaders: { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA", "content-type": "text/plain" },
          responseBody: "error code: 1020",
        },
      ],
      insteadCause: "cloudflare-challenge",
    },
  ],
  withoutCommand: { confirm: "another vendor's log shows it", fix: "another vendor's rules decide" },
} satisfies Examples;
