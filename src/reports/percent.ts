/** Never 100 %: what is rounded up to it would claim more than the diagnosis does. */
export function percent(probability: number): string {
  const rounded = Math.round(probability * 100);
  return rounded === 100 ? "over 99 %" : `${rounded} %`;
}

/** "1 request", "2 requests". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
