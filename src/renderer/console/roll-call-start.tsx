/** Starting a roll call: one key or one touch, real or drill; nobody is asked whether they are sure. */
import { useTranslation } from 'react-i18next';
import type { RollCallKind } from '../../shared/contract/roll-calls.ts';
import type { RollCallId } from '../../shared/vocabulary.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { isPlainKey, useDeskKeys } from '../ui/desk-keys.ts';
import { DeskMessage } from '../ui/desk-message.tsx';
import { newId } from './new-visit-id.ts';
import { go } from './place.ts';
import { useCommand } from './queries.ts';
import { useRefusalWords } from './refusals.tsx';

/** Works while somebody types, too; no browser and no screen uses it otherwise. */
const startKey = 'F9';

export function RollCallStart({ large = false }: { readonly large?: boolean }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { run, busy, refused } = useCommand('rollCalls.start');
  const start = (kind: RollCallKind): void => {
    if (busy) return;
    void run({ rollCallId: newId() as RollCallId, kind }).then((reply) => {
      // Somebody else was quicker: theirs is the one to work on.
      if (reply.ok || reply.code === 'roll-call-open') go('roll-call');
    });
  };
  useDeskKeys((event) => {
    if (event.key !== startKey || !isPlainKey(event)) return;
    event.preventDefault();
    start(event.shiftKey ? 'drill' : 'real');
  });
  return (
    <>
      <div className="roll-call-start">
        <DeskButton
          kind="danger"
          large={large}
          busy={busy}
          keyHint={startKey}
          aria-keyshortcuts={startKey}
          icon={<DeskIcon name="warning" />}
          onClick={() => start('real')}
        >
          {t('rollCall.start')}
        </DeskButton>
        <DeskButton
          large={large}
          busy={busy}
          aria-keyshortcuts={`Shift+${startKey}`}
          onClick={() => start('drill')}
        >
          {t('rollCall.startDrill')}
        </DeskButton>
      </div>
      {refused && refused.code !== 'roll-call-open' ? (
        <DeskMessage tone="bad">{words(refused)}</DeskMessage>
      ) : null}
    </>
  );
}
