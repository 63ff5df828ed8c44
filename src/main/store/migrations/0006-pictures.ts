/** The pictures a site chose for its kiosk. Shipped: never edit, add a migration instead. */
export const pictures = `
CREATE TABLE picture (
  role TEXT PRIMARY KEY CHECK (role IN ('logo', 'background')),
  type TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`;
