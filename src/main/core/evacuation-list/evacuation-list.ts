/**
 * The evacuation list: when it is written, and what the consoles hear of it. Writing happens elsewhere and is
 * waited for by nobody; one thing is done after another, so that a file that was to go never comes back.
 */
import type { FolderFault } from '../../../shared/contract/evacuation-list.ts';
import type { Handlers } from '../context.ts';
import type { Clock, Log } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { StoredVisit, Stores } from '../stores.ts';
import { day, minute, second } from '../time.ts';
import { type Sheet, toSheet } from './sheet.ts';

/** Writes, tries and removes the file; never rejects. */
export interface EvacuationPaper {
  try(folder: string): Promise<FolderFault | null>;
  write(folder: string, sheet: Sheet): Promise<FolderFault | null>;
  remove(folder: string): Promise<FolderFault | null>;
}

export interface EvacuationListStore {
  /** Empty where the list is not written. */
  folder(): string;
  setFolder(folder: string): void;
}

const every = 5 * minute;
const afterFault = minute;
/** After data went, the list follows without waiting for its turn. */
const afterPurge = 5 * second;
/** The list of a larger house is cut at what the consoles show, too. */
const longestList = 1000;

export function createEvacuationList(parts: {
  readonly stores: Stores;
  readonly site: Site;
  readonly clock: Clock;
  readonly log: Log;
  readonly paper: EvacuationPaper | null;
  readonly changed: () => void;
}) {
  const { stores, site, clock, paper } = parts;
  const store = stores.evacuationList;
  let dueAt = Number.NEGATIVE_INFINITY;
  let writtenAt: number | null = null;
  let fault: FolderFault | null = null;
  let writing = false;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result;
    return result;
  }

  /** Those who wait for security stand in the house, too. */
  function inTheHouse(at: number): StoredVisit[] {
    const waiting = stores.visits.waitingSince(at - day, longestList);
    return [...stores.visits.onSite(longestList), ...waiting].slice(0, longestList);
  }

  async function write(): Promise<void> {
    const folder = store.folder();
    const current = site.current();
    if (paper === null || current === null || folder === '') return;
    const at = clock.now();
    const before = fault;
    fault = await paper.write(folder, toSheet(inTheHouse(at), current.settings, at));
    if (fault === null) writtenAt = at;
    else dueAt = Math.min(dueAt, clock.monotonic() + afterFault);
    if (fault !== null && fault !== before) parts.log({ event: 'evacuation-list', fault });
    parts.changed();
  }

  const calls: Handlers<'evacuationList.state' | 'evacuationList.change'> = {
    'evacuationList.state': () => ({ folder: store.folder(), writtenAt, fault }),
    'evacuationList.change': {
      async prepare({ folder }, context) {
        if (folder !== '') {
          const found = paper === null ? 'folder-failed' : await inTurn(() => paper.try(folder));
          if (found !== null) throw new Refusal('bad-input', { fields: { folder: found } });
        }
        return () => {
          const before = store.folder();
          store.setFolder(folder);
          context.note(null, folder === '' ? 'off' : 'on');
          context.changed('evacuation-list');
          context.afterCommit(() => {
            fault = null;
            if (before !== folder) writtenAt = null;
            dueAt = Number.NEGATIVE_INFINITY;
            if (paper !== null && before !== '' && before !== folder) void inTurn(() => paper.remove(before));
          });
          return { folder };
        };
      },
    },
  };

  return {
    calls,
    /** Begins to write when it is time; what it does here takes as long as one list of those on site. */
    tick(): void {
      const now = clock.monotonic();
      if (writing || now < dueAt || store.folder() === '') return;
      dueAt = now + every;
      writing = true;
      void inTurn(write).finally(() => {
        writing = false;
      });
    },
    /** Personal data has been deleted. */
    renew(): void {
      dueAt = Math.min(dueAt, clock.monotonic() + afterPurge);
    },
  };
}
