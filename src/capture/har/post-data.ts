import { asFields, field, textOf } from "./fields.ts";

/** The request's body as text. Firefox 47 and Insomnia write form fields as `params` and no text. */
export function readPostData(value: unknown): string | null {
  if (typeof value === "string") return value;
  const fields = asFields(value);
  const text = field(fields, "text");
  if (typeof text === "string" && text !== "") return text;
  const params = field(fields, "params");
  if (Array.isArray(params) && params.length > 0) return formText(params);
  return typeof text === "string" ? text : null;
}

function formText(params: readonly unknown[]): string {
  const form = new URLSearchParams();
  for (const param of params) {
    const fields = asFields(param);
    form.append(textOf(field(fields, "name")), textOf(field(fields, "value")));
  }
  return form.toString();
}
