/**
 * Signing out, by name and e-mail or by a badge, each confirmed once; and a badge of a visit that is over, with which
 * its visitor comes again. Until the confirmation was answered, a hit and a miss by name look the same.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameAndEmail } from '../../shared/contract/visits.ts';
import { maskedName } from '../../shared/masked-name.ts';
import type { TapReference } from '../../shared/vocabulary.ts';
import { playTone } from '../ui/tones.ts';
import type { Connection } from './connection.ts';
import type { FlowEvent, Screen } from './flow.ts';
import type { Farewell } from './return-slot.ts';
import { useVisitorRefusalWords } from './visitor-refusals.ts';

type Leaver =
  | { readonly by: 'name'; readonly typed: NameAndEmail }
  | { readonly by: 'badge'; readonly badge: TapReference; readonly maskedName: string };

export interface Leaving {
  /** What was typed last, to be corrected. */
  readonly typed: NameAndEmail;
  /** Whom the confirmation asks about; only first letters. */
  readonly maskedName: string;
  readonly sending: boolean;
  /** Why the last try did not work, in words; empty when it did. */
  readonly trouble: string;
  ask(typed: NameAndEmail): void;
  confirm(): Promise<void>;
}

export function useLeaving(parts: {
  readonly connection: Connection;
  readonly screen: Screen;
  readonly triesLeft: boolean;
  /** False while nobody can sign in. */
  readonly mayBegin: boolean;
  readonly signal: () => AbortSignal;
  readonly follow: (event: FlowEvent) => void;
  readonly onSignedOut: (farewell: Farewell) => void;
  /** Answers whether the visitor is asked what brings them. */
  readonly onKnown: (badge: TapReference) => { readonly asksType: boolean };
}): Leaving {
  const { connection } = parts;
  const { t } = useTranslation('kiosk');
  const refusalWords = useVisitorRefusalWords();
  const [leaver, setLeaver] = useState<Leaver | null>(null);
  const [typed, setTyped] = useState<NameAndEmail>({ name: '', email: '' });
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState('');

  async function lookUp(scan: TapReference): Promise<void> {
    setTrouble('');
    const reply = await connection.ask('visits.badge', { by: 'scan', scan });
    if (parts.signal().aborted || latest.current.screen !== 'sign-out') return;
    if (!reply.ok) return setTrouble(refusalWords(reply));
    const { found } = reply.value;
    if (found === null) {
      setTrouble(t('leaving.badgeUnknown'));
      parts.follow({ type: 'sign-out-missed' });
    } else if (found.state === 'on-site') {
      setLeaver({ by: 'badge', badge: found.badge, maskedName: found.maskedName });
      parts.follow({ type: 'leave-asked' });
    } else if (latest.current.mayBegin) {
      parts.follow({ type: 'badge-known', ...parts.onKnown(found.badge) });
    }
  }

  const latest = useRef({ ...parts, lookUp });
  useEffect(() => {
    latest.current = { ...parts, lookUp };
  });
  useEffect(
    () =>
      connection.onCodeScanned((scan, of) => {
        const { screen, triesLeft, follow } = latest.current;
        if (of !== 'badge' || !['attract', 'code', 'sign-out'].includes(screen)) return;
        // Scanners make no sound that can be asked for.
        playTone('good');
        follow({ type: 'badge-scanned' });
        latest.current = { ...latest.current, screen: 'sign-out' };
        if (triesLeft) void latest.current.lookUp(scan);
      }),
    [connection],
  );

  return {
    typed,
    maskedName:
      leaver === null ? '' : leaver.by === 'name' ? maskedName(leaver.typed.name) : leaver.maskedName,
    sending,
    trouble,
    ask(details) {
      setTyped(details);
      setTrouble('');
      setLeaver({ by: 'name', typed: details });
      parts.follow({ type: 'leave-asked' });
    },
    async confirm() {
      if (sending || leaver === null) return;
      setSending(true);
      const reply =
        leaver.by === 'name'
          ? await connection.ask('visits.signOut', leaver.typed)
          : await connection.ask('visits.signOutByBadge', { badge: leaver.badge });
      if (parts.signal().aborted) return;
      setSending(false);
      // Somebody put a card into the slot meanwhile, or went back.
      if (latest.current.screen !== 'leaving') return;
      if (reply.ok) return parts.onSignedOut({ by: 'name', cardToReturn: reply.value.cardToReturn });
      const missed = reply.code === 'not-found';
      setTrouble(missed ? t('signOut.notFound') : refusalWords(reply));
      parts.follow({ type: missed ? 'sign-out-missed' : 'back' });
    },
  };
}
