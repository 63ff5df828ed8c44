/**
 * The reader page: the site's readers and how they are, the devices of this machine, and a test area that finds out
 * how a card is read. Administrators only. `reader-fields.tsx` in ../../console holds the fields that the set-up
 * shares; how the readers are at the desk stands in ../../reception.
 */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReaderSettings } from '../../../shared/contract/readers.ts';
import type { SiteSettings } from '../../../shared/contract/site.ts';
import type { Reply } from '../../../shared/reply.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { LibraryAdvice, ruledDevices, UdevAdvice } from '../../console/reader-advice.tsx';
import type { ReaderDraft } from '../../console/reader-fields.tsx';
import { useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { DeviceTestArea } from './device-test.tsx';
import { DiagnosticDialog } from './diagnostic-dialog.tsx';
import { FoundDevices } from './found-devices.tsx';
import { ReaderDialog } from './reader-dialog.tsx';
import { isReader, newReader, partOf, readerFromDevice, readerFromTest } from './reader-draft.ts';
import { readerName } from './reader-words.ts';
import { SiteReaders, StartedReaders } from './site-readers.tsx';
import { useDeviceTest } from './use-device-test.ts';

/** Milliseconds. A device without a reader of its own tells nobody when it is plugged in. */
const lookAgainEvery = 4_000;
const mostReaders = 8;

export function ReadersView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('site.settings', {});
  return (
    <div className="readers">
      {data ? <Readers settings={data.settings} /> : <h1>{t('office.view.readers')}</h1>}
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
    </div>
  );
}

interface Removed {
  readonly reader: ReaderSettings;
  readonly index: number;
}

function Readers({ settings }: { readonly settings: SiteSettings }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const { readers } = settings;
  const status = useCall('readers.status', {});
  const devices = useCall('readers.devices', {}, { every: lookAgainEvery });
  const change = useCommand('site.change');
  const deviceTest = useDeviceTest();
  const [editing, setEditing] = useState<ReaderDraft | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [diagnostic, setDiagnostic] = useState(false);
  const full = readers.length >= mostReaders;
  const listed = devices.data?.devices ?? [];

  const save = (next: readonly ReaderSettings[]): Promise<Reply<unknown>> =>
    change.run({ ...settings, readers: [...next] });
  const isKnown = (draft: ReaderDraft): boolean =>
    readers.some(({ readerId }) => readerId === draft.readerId);
  const saveReader = async (reader: ReaderSettings): Promise<Reply<unknown>> => {
    const next = isKnown(reader)
      ? readers.map((each) => (each.readerId === reader.readerId ? reader : each))
      : [...readers, reader];
    const reply = await save(next);
    if (reply.ok) {
      toast(t('readers.saved'));
      setEditing(null);
    }
    return reply;
  };
  const remove = async (reader: ReaderSettings): Promise<void> => {
    const index = readers.indexOf(reader);
    const reply = await save(readers.filter((each) => each !== reader));
    if (reply.ok) setRemoved({ reader, index });
  };
  const putBack = async ({ reader, index }: Removed): Promise<void> => {
    const reply = await save([...readers.slice(0, index), reader, ...readers.slice(index)]);
    if (reply.ok) setRemoved(null);
  };

  const statuses = status.data?.readers ?? null;
  const started = (statuses ?? []).filter(
    (shown) =>
      !readers.some(({ readerId, profile }) => readerId === shown.readerId && profile === shown.profile),
  );
  const own = statuses?.filter((shown) => !started.includes(shown)) ?? null;
  const ruleTitle = useId();
  const listTitle = useId();
  // Only readers of the site, and devices that are readers for certain: a rule must never silence the desk's keyboard.
  const denied =
    (statuses ?? []).some(({ advice }) => advice === 'install-udev-rule') ||
    listed.some((found) => found.access === 'denied' && isReader(readers, found));
  const lacksLibrary = (statuses ?? []).some(({ advice }) => advice === 'install-libusb');
  const openDraft = (draft: ReaderDraft): void => {
    change.forgetRefusal();
    setEditing(draft);
  };
  return (
    <>
      <header className="page__head readers__head">
        <div>
          <h1>{t('office.view.readers')}</h1>
          <p className="desk-muted">{t('readers.lead')}</p>
        </div>
        <div className="desk-actions">
          <DeskButton onClick={() => setDiagnostic(true)}>{t('readers.diagnostic.open')}</DeskButton>
          <DeskButton
            kind="primary"
            icon={<DeskIcon name="plus" />}
            disabled={full}
            onClick={() => openDraft(newReader(readers))}
          >
            {t('readers.add')}
          </DeskButton>
        </div>
      </header>
      <section className="office__section readers__site" aria-labelledby={listTitle}>
        <h2 id={listTitle} className="desk-unseen">
          {t('readers.siteList')}
        </h2>
        {full ? <DeskMessage>{t('readers.most')}</DeskMessage> : null}
        {removed ? (
          <DeskMessage
            tone="good"
            action={
              <DeskButton kind="quiet" busy={change.busy} onClick={() => void putBack(removed)}>
                {t('readers.undo')}
              </DeskButton>
            }
          >
            {t('readers.removed', { name: readerName(t, removed.reader) })}
          </DeskMessage>
        ) : null}
        {change.refused && !editing ? <DeskMessage tone="bad">{words(change.refused)}</DeskMessage> : null}
        {started.length > 0 ? (
          <>
            <DeskMessage tone="waiting">{t('readers.notInUse')}</DeskMessage>
            <StartedReaders statuses={started} />
          </>
        ) : null}
        <SiteReaders
          readers={readers}
          statuses={own}
          busy={change.busy}
          onChange={openDraft}
          onRemove={(reader) => void remove(reader)}
        />
        {lacksLibrary && !devices.data?.fault ? <LibraryAdvice /> : null}
        {denied ? (
          <section className="desk-card" aria-labelledby={ruleTitle}>
            <h2 id={ruleTitle}>{t('readers.rule.title')}</h2>
            <UdevAdvice devices={ruledDevices(readers)} />
          </section>
        ) : null}
      </section>
      <DeviceTestArea
        deviceTest={deviceTest}
        onUse={(tested, reading) => openDraft(readerFromTest(readers, tested, reading))}
      />
      <FoundDevices
        found={devices.data}
        readers={readers}
        asking={devices.isFetching}
        onAsk={() => void devices.refetch()}
        onTest={(found) =>
          deviceTest.start({ found, profile: found.profiles[0] ?? 'raw', collection: partOf(listed, found) })
        }
        onUse={
          full ? undefined : (found) => openDraft(readerFromDevice(readers, found, partOf(listed, found)))
        }
      />
      {devices.error ? <DeskMessage tone="bad">{words(devices.error)}</DeskMessage> : null}
      {editing ? (
        <ReaderDialog
          title={
            isKnown(editing)
              ? t('readers.changeTitle', {
                  name: readerName(t, { name: editing.name ?? '', place: editing.place }),
                })
              : t('readers.addTitle')
          }
          draft={editing}
          devices={listed}
          onSave={saveReader}
          onClose={() => setEditing(null)}
        />
      ) : null}
      {diagnostic ? <DiagnosticDialog onClose={() => setDiagnostic(false)} /> : null}
    </>
  );
}
