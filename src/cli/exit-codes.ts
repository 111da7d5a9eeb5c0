/** The exit codes of the program. */
export const exitCodes = { done: 0, found: 1, unreadable: 2 } as const;
