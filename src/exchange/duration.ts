const units = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
] as const;

/** A length of time in its two largest units, "3 min 20 s"; without a sign, and rounded to whole seconds. */
export function inWords(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first < 0) return "0 s";
  const parts = units.slice(first, first + 2).map(([unit, size], index) => {
    const left = index === 0 ? seconds : seconds % (units[first]?.[1] ?? 1);
    return [Math.floor(left / size), unit] as const;
  });
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

/** "10 min ahead of" for a positive difference, "10 min behind" for a negative one, "the same as" within a second. */
export function apart(milliseconds: number): string {
  if (Math.abs(milliseconds) < 1000) return "the same as";
  return `${inWords(milliseconds)} ${milliseconds < 0 ? "behind" : "ahead of"}`;
}
