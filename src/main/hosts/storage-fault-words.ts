/** What a person at the terminal can do about a database that cannot be used; the screens have their own words. */
import type { StorageFault } from '../../shared/contract/site.ts';

const words: Readonly<Record<StorageFault, string>> = {
  'newer-version': 'the database comes from a newer Foyer: start that one. Nothing was changed.',
  'wrong-key':
    'the key does not open this database: put the right key file back, or bring it back with the recovery key (npm run recover).',
  'missing-key':
    'there is a database and no key: put the key file back, or bring it back with the recovery key (npm run recover).',
  'empty-file': 'the database file is empty: restore a backup. Nothing was changed.',
  'missing-file': 'the database file is gone: put it back or restore a backup. Nothing was changed.',
  damaged: 'the database is damaged: restore a backup. Nothing was changed.',
  'not-foyer': 'the database in the data folder is not this installation’s. Nothing was changed.',
  'in-use': 'another program has the database open: close it and start Foyer again.',
  'no-space': 'the disk is full: make room and start Foyer again.',
  'not-writable': 'the data folder cannot be written: check its owner and mode.',
};

export function storageFaultWords(fault: StorageFault): string {
  return words[fault];
}
