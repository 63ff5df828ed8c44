/** The office: how long data is kept and the proof of its deletion, restricted visits, the site's settings, its hosts, its card readers and its connections to the outside, devices on the network, staff, the audit, the notice, reports, exports. */
import { useTranslation } from 'react-i18next';
import type { StaffRole } from '../../shared/vocabulary.ts';
import { placeAddress } from '../console/place.ts';
import { useStaff } from '../console/session.tsx';
import { AuditView } from './audit-view.tsx';
import { BadgeSettingsForm } from './badges/badge-settings-form.tsx';
import { ConnectionsView } from './connections/connections-view.tsx';
import { DeliveriesView } from './connections/deliveries-view.tsx';
import { DevicesView } from './devices/devices-view.tsx';
import { EvacuationListForm } from './evacuation-list-form.tsx';
import { ExportsView } from './exports/exports-view.tsx';
import { HoldsView } from './holds/holds-view.tsx';
import { HostsView } from './hosts/hosts-view.tsx';
import { NoticePage } from './notice/notice-page.tsx';
import { ReadersView } from './readers/readers-view.tsx';
import { ReportsView } from './reports/reports-view.tsx';
import { RetentionView } from './retention-view.tsx';
import { SiteView } from './site-view.tsx';
import { StaffView } from './staff-view.tsx';
import { TypesView } from './visitor-types/types-view.tsx';

const views = [
  'retention',
  'holds',
  'site',
  'types',
  'hosts',
  'readers',
  'devices',
  'connections',
  'deliveries',
  'staff',
  'audit',
  'notice',
  'reports',
  'exports',
] as const;
type View = (typeof views)[number];

const rolesOf: Readonly<Record<View, readonly StaffRole[]>> = {
  retention: ['privacy', 'administrator'],
  holds: ['privacy', 'administrator'],
  site: ['privacy', 'administrator'],
  types: ['privacy', 'administrator'],
  hosts: ['privacy', 'administrator'],
  readers: ['administrator'],
  devices: ['administrator'],
  connections: ['privacy', 'administrator'],
  deliveries: ['privacy', 'administrator'],
  staff: ['administrator'],
  audit: ['privacy', 'administrator'],
  notice: ['privacy', 'administrator'],
  reports: ['privacy', 'administrator'],
  exports: ['privacy', 'administrator'],
};

export function OfficePage({ view }: { readonly view: string }) {
  const { t } = useTranslation('console');
  const staff = useStaff();
  const allowed = views.filter((each) => rolesOf[each].some((role) => staff.roles.includes(role)));
  const shown = allowed.find((each) => each === view) ?? 'retention';
  return (
    <main className="page page--office">
      <nav className="office__views" aria-label={t('office.views')}>
        {allowed.map((each) => (
          <a
            key={each}
            href={placeAddress('office', each)}
            aria-current={each === shown ? 'page' : undefined}
          >
            {t(`office.view.${each}`)}
          </a>
        ))}
      </nav>
      <div className="office__body">
        {shown === 'retention' ? <RetentionView /> : null}
        {shown === 'holds' ? <HoldsView /> : null}
        {shown === 'site' ? (
          <>
            <SiteView />
            <BadgeSettingsForm />
            <EvacuationListForm />
          </>
        ) : null}
        {shown === 'types' ? <TypesView /> : null}
        {shown === 'hosts' ? <HostsView /> : null}
        {shown === 'readers' ? <ReadersView /> : null}
        {shown === 'devices' ? <DevicesView /> : null}
        {shown === 'connections' ? <ConnectionsView /> : null}
        {shown === 'deliveries' ? <DeliveriesView /> : null}
        {shown === 'staff' ? <StaffView /> : null}
        {shown === 'audit' ? <AuditView /> : null}
        {shown === 'reports' ? <ReportsView /> : null}
        {shown === 'exports' ? <ExportsView /> : null}
        {shown === 'notice' ? <NoticePage /> : null}
      </div>
    </main>
  );
}
