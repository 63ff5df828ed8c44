/** Whether other machines are let in, at which address, and the fingerprint to compare. */
import { useTranslation } from 'react-i18next';
import type { NetworkState } from '../../../shared/contract/devices.ts';
import { useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskChoice } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';

export function NetworkPanel({
  letJoin,
  network,
}: {
  readonly letJoin: boolean;
  readonly network: NetworkState;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const times = useTimes();
  const { run, busy, refused } = useCommand('devices.letJoin');
  const { listening, byOption, addresses, fingerprint, certificateEndsAt, selfSigned, fault } = network;
  return (
    <section className="devices__network" aria-label={t('devices.network')}>
      <DeskChoice
        type="checkbox"
        checked={byOption || letJoin}
        disabled={byOption || busy}
        label={t('devices.letJoin')}
        hint={t(byOption ? 'devices.byOption' : 'devices.letJoinHint')}
        onChange={(event) => void run({ on: event.target.checked })}
      />
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {fault ? <DeskMessage tone="bad">{t(`devices.fault.${fault}`)}</DeskMessage> : null}
      {listening ? (
        <dl className="desk-facts">
          <dt>{t('devices.addresses')}</dt>
          <dd>
            {addresses.map((address) => (
              <div key={address}>
                <bdi>{address}</bdi>
              </div>
            ))}
          </dd>
          <dt>{t('devices.fingerprint')}</dt>
          <dd className="desk-hash devices__fingerprint">{fingerprint}</dd>
          <dt>{t('devices.certificate')}</dt>
          <dd>
            {t(selfSigned ? 'devices.selfSigned' : 'devices.own', {
              until: times.date(certificateEndsAt ?? 0),
            })}
          </dd>
        </dl>
      ) : null}
    </section>
  );
}
