/** How a visit and a card read wherever the console shows them. */
import type { TFunction } from 'i18next';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardState, Credential } from '../../shared/contract/cards.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { DeskTag, type Tone } from '../ui/desk-message.tsx';
import { useTimes } from './site.tsx';

type ConsoleWords = TFunction<'console'>;

/** `Card 042` for a label that is a number; a label with letters speaks for itself. */
export function cardName(t: ConsoleWords, label: string): string {
  return /^\d+$/.test(label) ? t('card.named', { label }) : label;
}

/** `26 bit · 118 / 1603`. */
export function credentialText(t: ConsoleWords, { format, facility, number }: Credential): string {
  return `${t(`card.format.${format}`)} · ${facility === null ? number : `${facility} / ${number}`}`;
}

const cardTones: Readonly<Record<CardState, Tone>> = {
  'in-stock': 'plain',
  issued: 'good',
  overdue: 'bad',
  lost: 'bad',
  blocked: 'bad',
  retired: 'plain',
};

export function CardStateTag({ state }: { readonly state: CardState }) {
  const { t } = useTranslation('console');
  return <DeskTag tone={cardTones[state]}>{t(`card.state.${state}`)}</DeskTag>;
}

/** What card a visitor has: waiting, its label, overdue, or none. */
export function CardTag({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation('console');
  const { card } = visit;
  switch (card.state) {
    case 'waiting':
      return <DeskTag tone="waiting">{t('visit.waiting')}</DeskTag>;
    case 'none':
      return <DeskTag>{t('visit.noCard')}</DeskTag>;
    case 'issued':
      return card.overdue ? (
        <DeskTag tone="bad">{t('visit.overdue', { card: cardName(t, card.label) })}</DeskTag>
      ) : (
        <DeskTag tone="good">{cardName(t, card.label)}</DeskTag>
      );
  }
}

/** On site, waiting to be let in, or when and how the visitor left. */
export function PresenceTag({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  if (visit.admission === 'waiting') return <DeskTag tone="waiting">{t('visit.waitsForReception')}</DeskTag>;
  if (visit.admission === 'refused') return <DeskTag tone="bad">{t('visit.refused')}</DeskTag>;
  if (visit.departedAt === null) return <DeskTag tone="good">{t('visit.onSite')}</DeskTag>;
  if (visit.departure === 'unconfirmed') return <DeskTag tone="waiting">{t('visit.unconfirmed')}</DeskTag>;
  return <DeskTag>{t('visit.left', { at: times.short(visit.departedAt) })}</DeskTag>;
}

/** Whom a visitor comes from, small below their name; nothing where they said nothing. */
export function CompanyLine({ company }: { readonly company: string }) {
  return company === '' ? null : (
    <small>
      <bdi>{company}</bdi>
    </small>
  );
}

/** A name, kept from turning the line around it when it runs the other way. */
export function Name({ children }: { readonly children: ReactNode }) {
  return <bdi>{children}</bdi>;
}

/** Who it was: the name, or why there is none. */
export function VisitorName({ visit }: { readonly visit: Pick<VisitRow, 'name' | 'restricted'> }) {
  const { t } = useTranslation('console');
  if (visit.name !== '') return <Name>{visit.name}</Name>;
  return <span className="desk-muted">{t(visit.restricted ? 'visit.restricted' : 'visit.purged')}</span>;
}

/** The phone, or that a visitor who came again gave none; a dash once contact details are purged. */
export function PhoneOf({ visit }: { readonly visit: Pick<VisitRow, 'name' | 'phone'> }) {
  const { t } = useTranslation('console');
  if (visit.phone === '' && visit.name !== '')
    return <span className="desk-muted">{t('visit.phoneMissing')}</span>;
  return <OrDash>{visit.phone}</OrDash>;
}

/** A text that may be empty, for example a purged e-mail address. */
export function OrDash({ children }: { readonly children: string }) {
  return children === '' ? <span className="desk-muted">–</span> : <Address>{children}</Address>;
}

/** A text that may be an address: too long for its line it goes on behind a mark, not within a word. */
export function Address({ children }: { readonly children: string }) {
  const [first, ...others] = children.split(/(?<=[@./_])(?=.)/u);
  return (
    <bdi>
      {first}
      {others.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never change their places
        <Fragment key={index}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}

/** Whom a visitor comes to see: the full name where a host was chosen, else the visitor's own words. */
export function hostOf({ host, hostName }: Pick<VisitRow, 'host' | 'hostName'>): string {
  return hostName === '' ? host : hostName;
}
