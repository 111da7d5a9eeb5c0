/** Time as the examiner knows it: milliseconds, and a way to go on later without holding up who asks meanwhile. */
export interface Clock {
  now(): number;
  later(goOn: () => void, milliseconds: number): void;
}
