import type { HarEntry } from "../capture/entry.ts";
import { traitsOf } from "../capture/har/producer-traits.ts";
import type { WholeEntry } from "../capture/har/read-again.ts";
import { exchangeOf } from "../exchange/exchange-of.ts";
import type { Recorded } from "../session/recording.ts";
import { exchangeView } from "./exchange-view.ts";
import type { OpenedFiles } from "./opened-files.ts";
import type { BodyView, ExchangeView } from "./protocol.ts";

const gone = "the file was changed, moved or deleted since it was read";

/** The request as it is shown, with the bodies that were passed over when its file was read. */
export async function wholeView(
  view: ExchangeView,
  recorded: Recorded,
  files: OpenedFiles,
  masks: boolean,
): Promise<ExchangeView> {
  const { file, entry: index, har: entry } = recorded;
  if (!lacksBody(entry) || !files.has(file)) return view;
  const whole = await files.entryAt(file, index);
  const again = whole !== null && isSameRequest(whole.entry, entry) ? shown(whole, recorded, masks) : null;
  const { unread } = entry.response.content;
  return {
    ...view,
    requestBody: lacksPostData(entry) ? (again?.requestBody ?? { missing: gone }) : view.requestBody,
    responseBody: unread ? (again?.responseBody ?? { missing: gone }) : view.responseBody,
  };
}

function lacksBody(entry: HarEntry): boolean {
  return lacksPostData(entry) || entry.response.content.unread === true;
}

function lacksPostData({ request }: HarEntry): boolean {
  return request.postData === null && request.postDataDigest !== undefined;
}

function isSameRequest(one: HarEntry, other: HarEntry): boolean {
  return one.request.url === other.request.url && one.startedDateTime === other.startedDateTime;
}

function shown(
  { entry, problem }: WholeEntry,
  { file, entry: index, producer }: Recorded,
  masks: boolean,
): Pick<ExchangeView, "requestBody" | "responseBody"> {
  const origin = { id: 0, file, entry: index, traits: traitsOf(producer, [entry]), bodyLost: null };
  const { requestBody, responseBody } = exchangeView(exchangeOf(entry, origin), masks);
  const isUnreadable = entry.response.content.text === null && problem !== null;
  return { requestBody, responseBody: isUnreadable ? { missing: problem } : withoutBinary(responseBody) };
}

/** Bytes that are no text, such as those of an image, become U+FFFD or U+0000 when they are read as one. */
function withoutBinary(body: BodyView): BodyView {
  return "text" in body && /[\0\uFFFD]/.test(body.text) ? { missing: "the body is not text" } : body;
}
