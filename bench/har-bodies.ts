/** Texts of the kinds that captures of web pages hold, made to measure reading: how often they need escapes differs. */
export interface Bodies {
  json(size: number): string;
  script(size: number): string;
  page(size: number): string;
  image(size: number): string;
}

const longest = 300_000;

/** Bodies are cut from one long text of each kind, since making each anew would take longer than writing it. */
export function bodiesFrom(random: () => number): Bodies {
  const word = () => Math.floor(random() * 1e9).toString(36);
  const texts = {
    json: repeated(() => `{"${word()}":"${word()}","id":${Math.floor(random() * 1e6)},"name":"Müller ${word()}"},`),
    script: repeated(() => `function ${word()}(a,b){return a.${word()}+b.${word()}*2}\n  var ${word()}="${word()}";\n`),
    page: repeated(() => `<li class="${word()}"><a href="/${word()}">日本 ${word()}</a></li>\n`),
    image: repeated(() => btoa(String.fromCharCode(...Array.from({ length: 48 }, () => random() * 256)))),
  };
  const cut = (text: string) => (size: number) => {
    const start = Math.floor(random() * (longest - size));
    return text.slice(start, start + size);
  };
  return { json: cut(texts.json), script: cut(texts.script), page: cut(texts.page), image: cut(texts.image) };
}

function repeated(piece: () => string): string {
  const pieces: string[] = [];
  for (let length = 0; length < longest; length += pieces.at(-1)?.length ?? 0) pieces.push(piece());
  return pieces.join("").slice(0, longest);
}
