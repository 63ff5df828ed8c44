/** How sure the list is about a person, in words. */
import type { TFunction } from 'i18next';
import type { RollCallPerson } from '../../shared/contract/roll-calls.ts';
import type { Times } from '../console/times.ts';
import { cardName } from '../console/visit-words.tsx';

/** `now`: the instant that minutes are counted to. */
export function evidenceWords(
  t: TFunction<'console'>,
  times: Times,
  person: Pick<RollCallPerson, 'evidence' | 'joined' | 'joinedAt'>,
  now: number,
): string {
  const { evidence, joined, joinedAt } = person;
  const signedIn = t(joined === 'arrived-after' ? 'rollCall.sure.arrivedAfter' : 'rollCall.sure.signedIn', {
    at: times.short(joinedAt),
  });
  const ago = (at: number): string =>
    t('rollCall.minutesAgo', { count: Math.max(0, Math.floor((now - at) / 60_000)) });
  switch (evidence.kind) {
    case 'unlisted':
      return t('rollCall.sure.unlisted', { at: times.clock(joinedAt) });
    case 'no-card':
      return t('rollCall.sure.noCard', { signedIn });
    case 'card-out':
      return t('rollCall.sure.cardOut', { signedIn, card: cardName(t, evidence.label) });
    case 'card-back':
      return t('rollCall.sure.cardBack', { signedIn, ago: ago(evidence.at) });
    case 'card-lost':
      return t('rollCall.sure.cardLost', { signedIn });
    case 'left':
      return t(`rollCall.sure.left.${evidence.departure}`, { ago: ago(evidence.at) });
    case 'closed':
      return t('rollCall.sure.closed', { signedIn });
  }
}
