/** One line of the report: what was measured, beside its limit. */

export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: '×' | 's' | 'ms' | 'frames' | 'MB' | 'kB' | 'taps' | 'keys' | 'words';
  /** The most it may be; null for a figure that only informs. */
  readonly limit: number | null;
}

export function isWithin({ value, limit }: Measurement): boolean {
  return limit === null || value <= limit;
}

/** A table for a terminal. */
export function report(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => [
    measurement.name,
    `${round(measurement.value)} ${measurement.unit}`,
    measurement.limit === null ? '' : `≤ ${measurement.limit} ${measurement.unit}`,
    measurement.limit === null ? '' : isWithin(measurement) ? 'ok' : 'OVER',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
