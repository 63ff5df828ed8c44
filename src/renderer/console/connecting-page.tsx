/** While the core has not answered yet, or does not any more. */
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../shared/reply.ts';
import { DeskMessage } from '../ui/desk-message.tsx';
import { PlainPage } from './plain-page.tsx';
import { useRefusalWords } from './refusals.tsx';

export function ConnectingPage({ refused }: { readonly refused: Refused | null }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  return (
    <PlainPage title={t('connecting.title')}>
      {refused ? (
        <DeskMessage tone="bad">{words(refused)}</DeskMessage>
      ) : (
        <p className="desk-muted">{t('connecting.wait')}</p>
      )}
    </PlainPage>
  );
}
