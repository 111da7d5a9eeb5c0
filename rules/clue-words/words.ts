/** What a clue says of any request, as clauses without a capital: where it holds and, where rules weigh that, where not. */
export type Words = readonly [holds: string, fails?: string];

export type WordsById = Readonly<Record<string, Words>>;
