/** The file name of the example, shown beside its requests. */
export const exampleName = "Example (made up)";
