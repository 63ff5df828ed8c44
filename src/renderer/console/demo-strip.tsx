/** Only in the demo: says that nobody here is real, and taps cards on the simulated readers. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReaderPlace } from '../../shared/contract/readers.ts';
import { call } from '../client.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskTabs } from '../ui/desk-tabs.tsx';
import { useCall } from './queries.ts';
import { useRefusalWords } from './refusals.tsx';
import { useHasRole } from './session.tsx';
import type { ReadySite } from './site.tsx';
import { cardName } from './visit-words.tsx';

type Taps = NonNullable<ReadySite['demo']>['taps'];

export function DemoStrip({ taps }: { readonly taps: Taps }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  // What a tap does shows on the card pad, and that is reception's.
  const mayTap = useHasRole('reception');
  const [open, setOpen] = useState(true);
  const [fault, setFault] = useState('');
  const [atSlot, setAtSlot] = useState(false);
  const [chosen, setChosen] = useState<ReaderPlace>('desk');
  const { data } = useCall('readers.status', {}, { enabled: mayTap });
  const places = (['desk', 'kiosk'] as const).filter((place) =>
    data?.readers.some((reader) => reader.place === place && reader.profile === 'simulated'),
  );
  const place = places.includes(chosen) ? chosen : 'desk';
  const tap = async (card: string): Promise<void> => {
    const reply = await call('readers.tapSimulated', { card, place });
    setFault(reply.ok ? '' : words(reply));
    setAtSlot(reply.ok && place === 'kiosk');
  };
  return (
    <aside className="demo" aria-label={t('demo.title')}>
      <p className="demo__words">
        <b>{t('demo.title')}</b>
        <span>{t('demo.hint')}</span>
      </p>
      {mayTap && open && places.length > 1 ? (
        <DeskTabs
          as="chips"
          label={t('demo.at')}
          tabs={places.map((name) => ({ name, label: t(`demo.place.${name}`) }))}
          chosen={place}
          onChoose={setChosen}
        />
      ) : null}
      {mayTap && open ? (
        <ul className="demo__taps" aria-label={t('demo.taps')}>
          {taps.map(({ card, label }) => (
            <li key={card}>
              <button type="button" title={card} onClick={() => void tap(card)}>
                {t('demo.tap', { card: cardName(t, label) })}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {atSlot ? (
        <span className="demo__words" role="status">
          {t('demo.atSlot')}
        </span>
      ) : null}
      {fault ? (
        <span className="demo__fault" role="alert">
          {fault}
        </span>
      ) : null}
      {mayTap ? (
        <DeskButton kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('demo.hideTaps') : t('demo.showTaps')}
        </DeskButton>
      ) : null}
    </aside>
  );
}
