/** The file name of the recording that shows what the panel does, as it stands beside its requests. */
export const exampleName = "Example (made up)";
