import { preflight } from "../../../testing/examples/requests.ts";
import { s3Error } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "an upload to a bucket without CORS rules",
      exchanges: [
        {
          ...preflight("https://uploads-example.s3.eu-west-1.amazonaws.com/photo.jpg", "PUT", "content-type"),
          ...s3Error("AccessForbidden", "CORSResponse: This CORS request is not allowed."),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the upload itself is denied",
      exchanges: [
        {
          method: "PUT",
          url: "https://uploads-example.s3.eu-west-1.amazonaws.com/photo.jpg",
          bodySize: 1024,
          ...s3Error("AccessDenied", "Access Denied"),
        },
      ],
      insteadCause: "s3-access-denied",
    },
  ],
} satisfies Examples;
