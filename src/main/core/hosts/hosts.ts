/**
 * The calls about hosts: the directory the office keeps, and the little of it that a visitor may find. What visitors
 * said about whom they came to see lives with the visits.
 */
import { fewestLetters, type Host, letterCount, mostAnswers } from '../../../shared/contract/hosts.ts';
import { writeCsv } from '../../../shared/csv/write-csv.ts';
import type { HostId } from '../../../shared/vocabulary.ts';
import type { Audit } from '../audit.ts';
import type { Context, Handlers } from '../context.ts';
import type { Clock } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { fold } from '../search/fold.ts';
import { runSliced, storeSliced } from '../sliced.ts';
import type { Stores } from '../stores.ts';
import { createFindingLimit } from './finding-limit.ts';
import { changedFields, emailKey, toContent } from './host-content.ts';
import type { HostDirectory } from './host-directory.ts';
import type { StoredHost } from './host-store.ts';
import { type ReadFile, readFile } from './import-file.ts';
import { planImport, storeLine } from './import-hosts.ts';

/** The longest list a screen gets; a larger directory needs the search. */
const longestList = 200;
/** Headings that an import knows again. */
const exportHeadings = ['Name', 'E-mail', 'Department', 'Phone'];

export interface HostParts {
  readonly stores: Pick<Stores, 'hosts'>;
  readonly transact: <Result>(work: () => Result) => Result;
  readonly audit: Pick<Audit, 'record'>;
  readonly directory: HostDirectory;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly fromBase64: (text: string) => Uint8Array;
  /** Lets whoever waits go first. */
  readonly pause: () => Promise<void>;
  /** Hosts of these visits have another name now. */
  readonly renamed: (visitSequences: readonly number[]) => void;
}

type HostCalls =
  | 'hosts.find'
  | 'hosts.list'
  | 'hosts.add'
  | 'hosts.correct'
  | 'hosts.leave'
  | 'hosts.import'
  | 'hosts.export';

function toHost({ id, name, email, department, phone, leftAt }: StoredHost): Host {
  return { hostId: id, name, email, department, phone, leftAt };
}

export function createHosts(parts: HostParts): Handlers<HostCalls> {
  const { stores, directory, clock, newId } = parts;
  const limit = createFindingLimit(() => clock.monotonic());

  function hostById(id: HostId): StoredHost {
    const host = stores.hosts.byId(id);
    if (host === undefined) throw new Refusal('not-found');
    return host;
  }
  function refuseTaken(email: string, own: HostId | null): void {
    const other = stores.hosts.byEmailKey(emailKey(email));
    if (other !== undefined && other.id !== own)
      throw new Refusal('bad-input', { fields: { email: 'taken' } });
  }

  async function storeLines(read: ReadFile, { at, staff }: Context): Promise<void> {
    let renamed: number[] = [];
    await storeSliced(
      read.lines.flatMap(({ details }) => details ?? []),
      {
        clock,
        pause: parts.pause,
        transact: parts.transact,
        each(details) {
          const sequence = storeLine(stores.hosts, details, () => newId() as HostId);
          if (sequence !== null) renamed.push(sequence);
        },
        conclude: (done) =>
          parts.audit.record({
            at,
            act: 'hosts.import',
            staffId: staff?.staffId ?? null,
            subject: null,
            detail: `part ${done.length}`,
          }),
        stored() {
          directory.forget();
          parts.renamed(renamed.flatMap((sequence) => stores.hosts.visitsOf(sequence)));
          renamed = [];
        },
      },
    );
  }

  return {
    'hosts.find'({ text, visitId }, context) {
      if (letterCount(text) < fewestLetters) return { answers: [] };
      const wait = limit.attempt(visitId, context.connectionId, fold(text));
      if (wait !== null) throw new Refusal('throttled', wait === 0 ? {} : { retryAfterSeconds: wait });
      return { answers: directory.find(text, mostAnswers) };
    },

    'hosts.list'({ text, state }) {
      const all = directory.search('');
      const found = directory
        .search(text)
        .filter(({ leftAt }) => state === 'all' || (leftAt === null) === (state === 'active'));
      const active = all.filter(({ leftAt }) => leftAt === null).length;
      return {
        hosts: found.slice(0, longestList).map(toHost),
        found: found.length,
        counts: { active, left: all.length - active },
      };
    },

    'hosts.add'(details, context) {
      refuseTaken(details.email, null);
      const id = newId() as HostId;
      stores.hosts.insert({ id, ...toContent(details) });
      context.note(id);
      context.changed('hosts');
      context.afterCommit(directory.forget);
      return { host: toHost(hostById(id)) };
    },

    'hosts.correct'({ hostId, ...details }, context) {
      const host = hostById(hostId);
      refuseTaken(details.email, hostId);
      const fields = changedFields(host, details);
      stores.hosts.correct(host.sequence, toContent(details));
      context.note(hostId, fields.join(' '));
      context.changed('hosts', 'visits');
      context.afterCommit(() => {
        directory.forget();
        if (fields.includes('name')) parts.renamed(stores.hosts.visitsOf(host.sequence));
      });
      return { host: toHost(hostById(hostId)) };
    },

    'hosts.leave'({ hostId, left }, context) {
      const host = hostById(hostId);
      // Said twice is said once: the clock runs from the first time.
      if (left !== (host.leftAt !== null)) stores.hosts.setLeft(host.sequence, left ? context.at : null);
      context.note(hostId, left ? 'left' : 'back');
      context.changed('hosts');
      context.afterCommit(directory.forget);
      return { host: toHost(hostById(hostId)) };
    },

    'hosts.import': {
      async prepare({ file, apply }, context) {
        const { pause } = parts;
        const read = await runSliced(readFile(parts.fromBase64(file)), clock, pause);
        const plan = await runSliced(planImport(stores.hosts, read), clock, pause);
        const { counts } = plan;
        const report = { ...plan, applied: apply && plan.fileFault === null && counts.fault === 0 };
        if (report.applied) await storeLines(read, context);
        return () => {
          const numbers = `add ${counts.add} correct ${counts.correct} return ${counts.return} unchanged ${counts.unchanged} fault ${counts.fault}`;
          context.note(null, `${report.applied ? 'applied' : 'looked-at'} ${numbers}`);
          if (report.applied) context.changed('hosts', 'visits');
          return { report };
        };
      },
    },

    'hosts.export'(_input, context) {
      const active = directory.search('').filter(({ leftAt }) => leftAt === null);
      context.note(null, `hosts ${active.length}`);
      const rows = active.map(({ name, email, department, phone }) => [name, email, department, phone]);
      return { csv: writeCsv([exportHeadings, ...rows]), hosts: active.length };
    },
  };
}
