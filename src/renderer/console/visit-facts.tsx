/** Everything stored of a visit, as facts: whoever shows it has asked for that one visit. */
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { TypeFacts } from './given-answers.tsx';
import { useTimes } from './site.tsx';
import { CardTag, hostOf, OrDash, PhoneOf, PresenceTag } from './visit-words.tsx';

type Visit = CallOutput<'visits.get'>;

/** Where the visitor is, and the card while it matters. */
export function VisitTags({ visit }: Pick<Visit, 'visit'>) {
  return (
    <div className="visits__tags">
      <PresenceTag visit={visit} />
      {visit.departedAt === null || visit.card.state === 'issued' ? <CardTag visit={visit} /> : null}
    </div>
  );
}

/** How to reach the visitor, and what their type was asked. */
export function ContactFacts({ visit }: Pick<Visit, 'visit'>) {
  const { t } = useTranslation('console');
  return (
    <>
      <dt>{t('visit.email')}</dt>
      <dd>
        <OrDash>{visit.email}</OrDash>
      </dd>
      <dt>{t('visit.phone')}</dt>
      <dd>
        <PhoneOf visit={visit} />
      </dd>
      <TypeFacts visit={visit} />
    </>
  );
}

export function VisitFacts({ visit, contactPurgedAt, hold }: Visit) {
  const { t } = useTranslation('console');
  const times = useTimes();
  return (
    <dl className="desk-facts">
      <dt>{t('visit.company')}</dt>
      <dd>
        <OrDash>{visit.company}</OrDash>
      </dd>
      <dt>{t('visit.host')}</dt>
      <dd>
        <OrDash>{hostOf(visit)}</OrDash>
      </dd>
      <ContactFacts visit={visit} />
      <dt>{t('visit.arrived')}</dt>
      <dd>{times.full(visit.arrivedAt)}</dd>
      <dt>{t('visit.departed')}</dt>
      <dd>
        {visit.departure === null || visit.departedAt === null ? '–' : times.full(visit.departedAt)}
        {visit.departure === null ? null : (
          <small className="desk-muted"> · {t(`visit.departure.${visit.departure}`)}</small>
        )}
      </dd>
      <dt>{t('visit.contactPurged')}</dt>
      <dd>
        {contactPurgedAt === null
          ? t('visit.contactPurgedAlready')
          : hold === null
            ? times.date(contactPurgedAt)
            : t('holds.keptMeanwhile')}
      </dd>
    </dl>
  );
}
