/** The frame around the consoles: the dark rail, what the whole installation has to say, and the screen in use. */
import { useTranslation } from 'react-i18next';
import type { StaffRole } from '../../shared/vocabulary.ts';
import { OfficePage } from '../office/office-page.tsx';
import { ReceptionPage } from '../reception/reception-page.tsx';
import { RollCallPage } from '../roll-call/roll-call-page.tsx';
import { SecurityPage } from '../security/security-page.tsx';
import { DeskIcon, type IconName } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../ui/desk-message.tsx';
import { ToastProvider } from '../ui/desk-toast.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { FoyerMark } from './foyer-mark.tsx';
import { useIdleLock } from './idle-lock.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { areas, type ConsoleArea, placeAddress, usePlace } from './place.ts';
import { RollCallAlarm } from './roll-call-alarm.tsx';
import { useHasRole, useSession, useStaff } from './session.tsx';
import { useSite } from './site.tsx';
import { WaitingVisitors } from './waiting-visitors.tsx';

const rolesOf: Readonly<Record<ConsoleArea, readonly StaffRole[]>> = {
  reception: ['reception'],
  security: ['security'],
  office: ['privacy', 'administrator'],
  'roll-call': ['security', 'reception'],
};

const icons: Readonly<Record<ConsoleArea, IconName>> = {
  reception: 'door',
  security: 'shield',
  office: 'office',
  'roll-call': 'warning',
};

export function ConsoleShell() {
  const { t } = useTranslation('console');
  const site = useSite();
  const staff = useStaff();
  const { lock } = useSession();
  const place = usePlace();
  const secondsLeft = useIdleLock();
  const allowed = areas.filter((area) => rolesOf[area].some((role) => staff.roles.includes(role)));
  const shown = allowed.find((area) => area === place.area) ?? allowed[0];
  const marshal = useHasRole('security', 'reception');
  const view = shown === place.area ? place.view : '';
  return (
    <ToastProvider>
      <div className="shell">
        <nav className="rail" aria-label={t('shell.navigation')}>
          <FoyerMark size={34} />
          {allowed.map((area) => (
            <a
              key={area}
              className="rail__place"
              href={placeAddress(area)}
              aria-current={area === shown ? 'page' : undefined}
            >
              <DeskIcon name={icons[area]} size={22} />
              {t(`area.${area}`)}
            </a>
          ))}
          <div className="rail__foot">
            <LanguageSwitch compact />
            <span className="rail__who" title={staff.displayName}>
              <bdi>{staff.displayName}</bdi>
            </span>
            <button type="button" className="rail__place" onClick={lock}>
              <DeskIcon name="lock" size={22} />
              {t('shell.lock')}
            </button>
          </div>
        </nav>
        <div className="shell__screen">
          {marshal && shown !== 'roll-call' ? <RollCallAlarm /> : null}
          {site.demo && shown !== 'roll-call' ? <DemoStrip taps={site.demo.taps} /> : null}
          {site.storageLow ? (
            <DeskMessage tone="bad" title={t('shell.storageLow')}>
              {t('shell.storageLowHint')}
            </DeskMessage>
          ) : null}
          <WaitingVisitors />
          <div className="shell__page">
            {shown === 'reception' ? <ReceptionPage view={view} /> : null}
            {shown === 'security' ? <SecurityPage view={view} /> : null}
            {shown === 'roll-call' ? <RollCallPage /> : null}
            {shown === 'office' ? <OfficePage view={view} /> : null}
            {shown === undefined ? (
              <main className="page page--nothing">
                <h1>{t('shell.nothingAllowed')}</h1>
                <DeskNothing title={t('shell.nothingAllowedHint')} />
              </main>
            ) : null}
          </div>
        </div>
      </div>
      {secondsLeft === null ? null : (
        <div className="idle-warning" role="alert">
          <DeskIcon name="lock" />
          {t('shell.locksSoon', { count: secondsLeft })}
        </div>
      )}
    </ToastProvider>
  );
}
