/**
 * Few combinations in which every pair of values meets: a covering array of strength two, chosen greedily and in a
 * fixed order, so that everybody gets the same one (docs/decisions/027-matrix.md).
 */

export type Row = Readonly<Record<string, string>>;
export type Dimensions = Readonly<Record<string, readonly string[]>>;

/** Every combination that `mayBe`. */
export function everyRow(dimensions: Dimensions, mayBe: (row: Row) => boolean): readonly Row[] {
  let rows: Row[] = [{}];
  for (const [name, values] of Object.entries(dimensions))
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })));
  return rows.filter(mayBe);
}

export function pairsOf(row: Row): readonly string[] {
  const entries = Object.entries(row);
  return entries.flatMap(([name, value], index) =>
    entries.slice(index + 1).map(([other, otherValue]) => `${name}=${value} ${other}=${otherValue}`),
  );
}

/**
 * Rows out of `all` that hold each pair that any of `all` holds. A row that needs a new group (`groupOf`) is taken
 * only when none of the groups already there holds a missing pair: opening a group costs a walk through the kiosk.
 */
export function coveringRows(all: readonly Row[], groupOf: (row: Row) => string): readonly Row[] {
  const missing = new Set(all.flatMap(pairsOf));
  const gainOf = (row: Row): number => pairsOf(row).filter((pair) => missing.has(pair)).length;
  const groups = new Set<string>();
  const chosen: Row[] = [];
  let candidates = all.map((row) => ({ row, gain: gainOf(row), group: groupOf(row) }));
  while (missing.size > 0) {
    // Gains only shrink: a candidate whose old gain is no better than the best new one needs no new count.
    let best: (typeof candidates)[number] | undefined;
    for (const candidate of candidates) {
      const known = groups.has(candidate.group);
      const bestKnown = best !== undefined && groups.has(best.group);
      if (
        best !== undefined &&
        (bestKnown ? !known || candidate.gain <= best.gain : !known && candidate.gain <= best.gain)
      )
        continue;
      candidate.gain = gainOf(candidate.row);
      if (candidate.gain === 0) continue;
      if (best === undefined || (known && !bestKnown) || candidate.gain > best.gain) best = candidate;
    }
    if (best === undefined) throw new Error(`no row holds ${[...missing][0]}`);
    chosen.push(best.row);
    groups.add(best.group);
    for (const pair of pairsOf(best.row)) missing.delete(pair);
    candidates = candidates.filter(({ gain }) => gain > 0);
  }
  return chosen;
}

/** `count` of `rows` by a seed (mulberry32). */
export function drawn(rows: readonly Row[], count: number, seed: number): readonly Row[] {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const left = [...rows];
  const taken: Row[] = [];
  while (taken.length < count && left.length > 0)
    taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
}
