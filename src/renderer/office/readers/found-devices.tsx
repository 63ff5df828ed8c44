/** The devices of this machine: what they are, whether they may be opened, and which kind of reader fits them. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { FoundDevice, HidCollection, ReaderSettings } from '../../../shared/contract/readers.ts';
import { LibraryAdvice } from '../../console/reader-advice.tsx';
import { isNamedByDevice } from '../../console/reader-fields.tsx';
import { partIds, usageWords } from '../../console/usage-words.ts';
import { Name } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage, DeskNothing, DeskTag, type Tone } from '../../ui/desk-message.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';
import { isReader, partOf, readerOfDevice } from './reader-draft.ts';
import { deviceName, readerName } from './reader-words.ts';

const accessTones: Readonly<Record<FoundDevice['access'], Tone>> = {
  granted: 'good',
  denied: 'bad',
  unknown: 'plain',
};

export function FoundDevices({
  found,
  readers,
  asking,
  onAsk,
  onTest,
  onUse,
}: {
  readonly found: CallOutput<'readers.devices'> | undefined;
  readonly readers: readonly ReaderSettings[];
  readonly asking: boolean;
  readonly onAsk: () => void;
  readonly onTest: (found: FoundDevice) => void;
  /** Left out where the site has as many readers as it may. */
  readonly onUse: ((found: FoundDevice) => void) | undefined;
}) {
  const { t } = useTranslation('console');
  const title = useId();
  // Those that are readers for certain come first: any keyboard may be a reader that types.
  const fitting = (found?.devices ?? [])
    .filter(({ profiles }) => profiles.length > 0)
    .sort((one, other) => Number(isAnyDevice(one)) - Number(isAnyDevice(other)));
  const others = (found?.devices.length ?? 0) - fitting.length;
  return (
    <section className="office__section readers__found" aria-labelledby={title}>
      <header className="page__head">
        <div>
          <h2 id={title}>{t('readers.found.title')}</h2>
          <p className="desk-muted desk-small">{t('readers.found.lead')}</p>
        </div>
        <DeskButton busy={asking} onClick={onAsk}>
          {t('readers.found.again')}
        </DeskButton>
      </header>
      {found?.fault ? <Fault fault={found.fault} /> : null}
      {found && !found.fault && fitting.length === 0 ? (
        <DeskNothing title={t('readers.found.none')}>{t('readers.found.noneHint')}</DeskNothing>
      ) : null}
      {fitting.length > 0 ? (
        <DeskTable className="found">
          <thead>
            <tr>
              <th scope="col">{t('readers.found.device')}</th>
              <th scope="col">{t('readers.found.fits')}</th>
              <th scope="col">{t('readers.found.access')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('readers.found.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fitting.map((device, index) => (
              <DeviceRow
                // biome-ignore lint/suspicious/noArrayIndexKey: two devices of one kind have the same ids
                key={`${device.device} ${index}`}
                device={device}
                part={partOf(found?.devices ?? [], device)}
                usedBy={readerOfDevice(readers, device)}
                needsRule={isReader(readers, device)}
                onTest={onTest}
                onUse={onUse}
              />
            ))}
          </tbody>
        </DeskTable>
      ) : null}
      {others > 0 ? (
        <p className="desk-muted desk-small">{t('readers.found.others', { count: others })}</p>
      ) : null}
    </section>
  );
}

function isAnyDevice({ profiles: [first] }: FoundDevice): boolean {
  return first === undefined || isNamedByDevice(first);
}

function Fault({ fault }: { readonly fault: 'unavailable' | 'failed' | 'restarting' }) {
  const { t } = useTranslation('console');
  if (fault === 'unavailable') return <LibraryAdvice />;
  return (
    <DeskMessage tone={fault === 'failed' ? 'bad' : 'waiting'} title={t(`readers.found.fault.${fault}`)}>
      {t(`readers.found.faultHint.${fault}`)}
    </DeskMessage>
  );
}

function DeviceRow({
  device,
  part,
  usedBy,
  needsRule,
  onTest,
  onUse,
}: {
  readonly device: FoundDevice;
  /** What tells it from others with the same ids. */
  readonly part: HidCollection | undefined;
  readonly usedBy: ReaderSettings | undefined;
  readonly needsRule: boolean;
  readonly onTest: (found: FoundDevice) => void;
  readonly onUse: ((found: FoundDevice) => void) | undefined;
}) {
  const { t } = useTranslation('console');
  const product = deviceName(t, device);
  const name = part ? `${product}, ${partIds(part)}` : product;
  const usages = usageWords(t, device.collections);
  const profiles = device.profiles.map((profile) => t(`reader.profile.${profile}`));
  return (
    <tr>
      <td>
        <b>
          <Name>{product}</Name>
        </b>
        <small>
          <span className="desk-number">{device.device}</span>
          {usages === '' ? '' : ` · ${usages}`}
          {part ? ` · ${partIds(part)}` : ''}
        </small>
      </td>
      <td>
        {profiles[0]}
        {profiles.length > 1 ? (
          <small>{t('readers.found.also', { profiles: profiles.slice(1).join(', ') })}</small>
        ) : null}
        {usedBy ? <small>{t('readers.found.inUse', { name: readerName(t, usedBy) })}</small> : null}
      </td>
      <td>
        <DeskTag tone={accessTones[device.access]}>{t(`readers.found.${device.access}`)}</DeskTag>
        {device.access === 'denied' && needsRule ? <small>{t('readers.rule.needed')}</small> : null}
      </td>
      <td>
        <div className="desk-actions">
          <DeskButton
            kind="quiet"
            aria-label={t('readers.found.testNamed', { name })}
            onClick={() => onTest(device)}
          >
            {t('readers.found.test')}
          </DeskButton>
          {usedBy || !onUse ? null : (
            <DeskButton aria-label={t('readers.found.useNamed', { name })} onClick={() => onUse(device)}>
              {t('readers.found.use')}
            </DeskButton>
          )}
        </div>
      </td>
    </tr>
  );
}
