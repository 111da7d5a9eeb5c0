/** What the program's end tells the shell. */
export const exitCodes = { done: 0, found: 1, unreadable: 2 } as const;
