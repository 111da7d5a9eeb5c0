/** Where the packages are written. */
export const packagesFolder = "build/packages";

/** The file beside them with the SHA-256 of each. */
export const sums = "SHA256SUMS";
