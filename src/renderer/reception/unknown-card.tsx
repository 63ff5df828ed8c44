/** A card Foyer does not know: register it under the next free number, and more after it by tapping them. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useLayoutEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CardType } from '../../shared/contract/cards.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { Refused } from '../../shared/reply.ts';
import { useFaultWords, useRefusalWords } from '../console/refusals.tsx';
import { cardName, credentialText } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskChoice, DeskField, DeskSelect } from '../ui/desk-field.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import type { UnknownReading } from './card-pad-state.ts';
import type { CardPadMemory } from './use-card-pad.ts';

/** The part of the call that a person decides; the number comes from the tap. */
const registration = contract['cards.register'].input.pick({ label: true, type: true });

export function UnknownCard({
  pad,
  reading,
}: {
  readonly pad: CardPadMemory;
  readonly reading: UnknownReading;
}) {
  const { t } = useTranslation('console');
  const { credential, lookalike } = reading;
  const faultWords = useFaultWords();
  const words = useRefusalWords();
  const [more, setMore] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const form = useForm<z.input<typeof registration>, unknown, z.output<typeof registration>>({
    resolver: zodResolver(registration),
    defaultValues: { label: pad.nextFreeLabel, type: 'visitor' },
  });
  const { errors, dirtyFields } = form.formState;
  // A card tapped before the inventory was read: its number comes in as long as nobody has typed another. Whoever is
  // in the field already stays over all of it: the first key replaces the number that came, as it would have before.
  const { resetField, setFocus } = form;
  const face = useRef<HTMLFormElement>(null);
  const isTyped = dirtyFields.label === true;
  useLayoutEffect(() => {
    if (isTyped) return;
    resetField('label', { defaultValue: pad.nextFreeLabel });
    if (document.activeElement === face.current?.elements.namedItem('label'))
      setFocus('label', { shouldSelect: true });
  }, [isTyped, resetField, setFocus, pad.nextFreeLabel]);
  const register = form.handleSubmit(async ({ label, type }) => {
    setRefused(null);
    const fault = await pad.register(label, type, more);
    if (fault?.code === 'label-taken')
      form.setError('label', { type: 'core', message: 'label-taken' }, { shouldFocus: true });
    else setRefused(fault);
  });
  return (
    <form ref={face} className="pad__form" noValidate onSubmit={(event) => void register(event)}>
      <div className="tapped tapped--ask" role="status">
        <span>{t('pad.unknown')}</span>
        <small>{credentialText(t, credential)}</small>
        <p>{t('pad.unknownHint')}</p>
      </div>
      {lookalike ? (
        <DeskMessage tone="waiting" title={t('pad.lookalikeTitle')}>
          {t('pad.lookalike', { card: cardName(t, lookalike.label) })}
        </DeskMessage>
      ) : null}
      <div className="pad__pair">
        <DeskField
          label={t('card.label')}
          fault={faultWords(errors.label?.message)}
          {...form.register('label')}
        />
        <DeskSelect
          label={t('card.typeField')}
          options={CardType.options.map((type) => ({ value: type, label: t(`card.type.${type}`) }))}
          {...form.register('type')}
        />
      </div>
      <DeskChoice
        type="checkbox"
        label={t('pad.registerMore')}
        hint={t('pad.registerMoreHint')}
        checked={more}
        onChange={(event) => setMore(event.target.checked)}
      />
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {/* With a card that may be known already nothing is registered by a quick Enter. */}
      <DeskButton
        type="submit"
        kind={lookalike ? 'secondary' : 'primary'}
        large
        wide
        busy={pad.busy}
        data-first={lookalike ? undefined : true}
        keyHint={lookalike ? undefined : t('key.enter')}
      >
        {t('pad.register')}
      </DeskButton>
      <DeskButton
        kind={lookalike ? 'primary' : 'secondary'}
        data-first={lookalike ? true : undefined}
        keyHint={t('key.escape')}
        onClick={pad.clear}
      >
        {t('pad.putAside')}
      </DeskButton>
    </form>
  );
}
