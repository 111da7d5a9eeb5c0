/** A probability, 0 to 1, as `86 %`. Never `100 %`: rounded up, it would claim more than the diagnosis does. */
export function percent(probability: number): string {
  const rounded = Math.round(probability * 100);
  return rounded === 100 ? "over 99 %" : `${rounded} %`;
}
