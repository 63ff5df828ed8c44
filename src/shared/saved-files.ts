/** The files that the console's pages make and have saved. The Electron shell lets no other type pass. */
export const savedFileTypes = {
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
  /** ECMA-376, Office Open XML, Part 1, 12.3.23. */
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type SavedFileKind = keyof typeof savedFileTypes;
