const byteOrderMark = "\uFEFF";

/** The name and bracket of a JSONP call, as HarViewer's `onInputData({…})`, before the JSON that it carries. */
const callStart = /^\s*[A-Za-z_$][\w$.]*\s*\(\s*(?=[[{])/;
const callEnd = /\)\s*;?\s*$/;

/** Takes off what stands around the JSON of a HAR file: a byte order mark (Fiddler) and a JSONP call. */
export function unwrap(text: string): string {
  const json = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  return callStart.test(json) ? json.replace(callStart, "").replace(callEnd, "") : json;
}
