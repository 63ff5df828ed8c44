/** The audit, newest first, a page at a time. Each look is itself audited, so it is never asked for unasked. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Refused } from '../../shared/reply.ts';
import { call } from '../client.ts';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useHasRole } from '../console/session.tsx';
import { useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage, DeskNothing } from '../ui/desk-message.tsx';
import { DeskTable } from '../ui/desk-table.tsx';
import { auditActKey } from './audit-acts.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Page = CallOutput<'audit.entries'>;

export function AuditView() {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const maySeeStaff = useHasRole('administrator');
  const staff = useCall('staff.list', {}, { enabled: maySeeStaff });
  const names = new Map<string, string>(
    staff.data?.staff.map((member) => [member.staffId, member.displayName]),
  );
  const pages = useInfiniteQuery<Page, Refused, { pages: Page[] }, readonly string[], number | null>({
    queryKey: ['audit.entries'],
    queryFn: async ({ pageParam }) => {
      const reply = await call('audit.entries', { before: pageParam });
      if (!reply.ok) throw reply;
      return reply.value;
    },
    initialPageParam: null,
    getNextPageParam: (page) => (page.more ? (page.entries.at(-1)?.sequence ?? null) : null),
    gcTime: 0,
  });
  const client = useQueryClient();
  // Only the first page again: every page asked for is a look of its own.
  const refresh = (): void => void client.resetQueries({ queryKey: ['audit.entries'] });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <header className="page__head">
        <div>
          <h1>{t('office.view.audit')}</h1>
          <p className="desk-muted">{t('audit.lead')}</p>
        </div>
        <DeskButton busy={pages.isFetching} onClick={refresh}>
          {t('audit.refresh')}
        </DeskButton>
      </header>
      {pages.error ? <DeskMessage tone="bad">{words(pages.error)}</DeskMessage> : null}
      {entries.length > 0 ? (
        <DeskTable className="audit">
          <thead>
            <tr>
              <th scope="col" className="desk-table__number">
                {t('audit.sequence')}
              </th>
              <th scope="col">{t('audit.at')}</th>
              <th scope="col">{t('audit.act')}</th>
              <th scope="col">{t('audit.who')}</th>
              <th scope="col">{t('audit.subject')}</th>
              <th scope="col">{t('audit.detail')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => {
              const key = auditActKey(entry.act);
              return (
                <tr key={entry.sequence}>
                  <td className="desk-table__number">{entry.sequence}</td>
                  <td className="desk-number">{times.short(entry.at)}</td>
                  <td>
                    {key === null ? entry.act : t(`audit.acts.${key}`)}
                    {key === null ? null : <small>{entry.act}</small>}
                  </td>
                  <td>
                    {entry.staffId === null ? (
                      <span className="desk-muted">{t('audit.nobody')}</span>
                    ) : (
                      <bdi>{names.get(entry.staffId) ?? entry.staffId.slice(-8)}</bdi>
                    )}
                  </td>
                  <td>
                    <Id id={entry.subject} names={names} />
                  </td>
                  <td>
                    <Id id={entry.detail} names={names} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </DeskTable>
      ) : pages.data ? (
        <DeskNothing title={t('audit.none')} />
      ) : null}
      {pages.hasNextPage ? (
        <DeskButton busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('audit.older')}
        </DeskButton>
      ) : null}
    </>
  );
}

/** An id by its end, a member of staff by name, and any other code as it is. */
function Id({ id, names }: { readonly id: string | null; readonly names: ReadonlyMap<string, string> }) {
  if (id === null) return '–';
  const name = names.get(id);
  if (name !== undefined) return <bdi>{name}</bdi>;
  return uuid.test(id) ? (
    <span className="desk-hash" title={id}>
      …{id.slice(-8)}
    </span>
  ) : (
    <bdi>{id}</bdi>
  );
}
