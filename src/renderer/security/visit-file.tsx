/** One visit in full, with the notice its visitor saw. Looking at it is audited, and the screen says so. */
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitId } from '../../shared/vocabulary.ts';
import { NoticeDialog } from '../console/notice-dialog.tsx';
import { useCall, useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useTimes } from '../console/site.tsx';
import { UnconfirmedDeparture } from '../console/unconfirmed-departure.tsx';
import { VisitFacts, VisitTags } from '../console/visit-facts.tsx';
import { VisitorName } from '../console/visit-words.tsx';
import { VisitHold } from '../holds/visit-hold.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { ownName } from '../words/own-name.ts';
import { EntryDialog } from './watchlist/entry-dialog.tsx';

export function VisitFile({ visitId, onClose }: { readonly visitId: VisitId; readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const toast = useToast();
  const { data, error, refetch } = useCall('visits.get', { visitId }, { forget: true });
  const depart = useCommand('visits.depart');
  const noticeTitle = useId();
  const rulesTitle = useId();
  const closing = useRef<HTMLButtonElement>(null);
  const [reading, setReading] = useState(false);
  const [watching, setWatching] = useState(false);
  if (error) return <DeskMessage tone="bad">{words(error)}</DeskMessage>;
  if (!data) return null;
  const { visit, notice, rules, hold } = data;
  return (
    <article className="file">
      <header className="file__head">
        <h2>
          <VisitorName visit={visit} />
        </h2>
        <button
          ref={closing}
          type="button"
          className="pad__sound"
          aria-label={t('security.close')}
          onClick={onClose}
        >
          <DeskIcon name="cross" />
        </button>
      </header>
      <VisitTags visit={visit} />
      <VisitFacts {...data} />
      {visit.departedAt === null ? (
        <DeskButton
          busy={depart.busy}
          onClick={() =>
            void depart.run({ visitId }).then((reply) => {
              if (reply.ok) {
                toast(t('visit.departureMarked'));
                // This button goes: the first of the visit has the focus next.
                closing.current?.focus();
              }
              void refetch();
            })
          }
        >
          {t('visit.depart')}
        </DeskButton>
      ) : null}
      <UnconfirmedDeparture visit={visit} onDone={() => void refetch()} />
      {visit.name === '' || visit.restricted ? null : (
        <DeskButton kind="quiet" onClick={() => setWatching(true)}>
          {t('watchlist.fromVisit')}
        </DeskButton>
      )}
      {watching ? (
        <EntryDialog
          entryId={null}
          values={{ name: visit.name, email: visit.email, phone: visit.phone, company: visit.company }}
          onDone={() => setWatching(false)}
          onClose={() => setWatching(false)}
        />
      ) : null}
      {depart.refused ? <DeskMessage tone="bad">{words(depart.refused)}</DeskMessage> : null}
      <VisitHold visit={visit} hold={hold} onDone={() => void refetch()} />
      <section className="file__notice" aria-labelledby={noticeTitle}>
        <h3 id={noticeTitle}>{t('visit.notice')}</h3>
        <dl className="desk-facts">
          <dt>{t('visit.noticeShown')}</dt>
          <dd>{times.full(notice.shownAt)}</dd>
          <dt>{t('visit.noticeVersion')}</dt>
          <dd>{t('notice.versionOf', { version: notice.version, at: times.date(notice.publishedAt) })}</dd>
          <dt>{t('visit.noticeLanguage')}</dt>
          <dd>{ownName(notice.language)}</dd>
          <dt>{t('visit.noticeHash')}</dt>
          <dd className="desk-hash">{notice.hash}</dd>
        </dl>
        <DeskButton onClick={() => setReading(true)}>{t('notice.read')}</DeskButton>
        {reading ? (
          <NoticeDialog
            noticeId={notice.noticeId}
            version={notice.version}
            onClose={() => setReading(false)}
          />
        ) : null}
      </section>
      {rules === null ? null : (
        <section className="file__notice" aria-labelledby={rulesTitle}>
          <h3 id={rulesTitle}>{t('kind.rulesSeen')}</h3>
          <div className="form-stack" lang={rules.language}>
            {rules.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <dl className="desk-facts">
            <dt>{t('visit.noticeLanguage')}</dt>
            <dd>{ownName(rules.language)}</dd>
            <dt>{t('visit.noticeHash')}</dt>
            <dd className="desk-hash">{rules.hash}</dd>
          </dl>
        </section>
      )}
      <p className="desk-muted desk-small file__audited">{t('security.audited')}</p>
    </article>
  );
}
