/** The version of Foyer, as in package.json; a test compares the two. */
export const foyerVersion = '0.1.0';
