/** The on-site list for paper: 11 pt on A4, a box to tick for each person, made only while the browser prints. */
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { useSite, useTimes } from '../console/site.tsx';
import { CompanyLine, cardName, hostOf, Name, OrDash } from '../console/visit-words.tsx';
import { DeskSheet } from '../ui/desk-print.tsx';

export function OnSiteSheet({ onSite }: { readonly onSite: CallOutput<'visits.onSite'> }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const site = useSite();
  const { visits, counts } = onSite;
  return (
    <DeskSheet>
      {() => (
        <>
          <h1>{t('sheet.title')}</h1>
          <p>
            <bdi>{site.siteName}</bdi> · {t('sheet.printed', { at: times.full(Date.now()) })}
          </p>
          <p>
            <b>{t('sheet.count', { count: counts.onSite })}</b>
            {counts.onSite > visits.length ? ` · ${t('sheet.cut', { count: visits.length })}` : ''}
          </p>
          <table>
            <thead>
              <tr>
                <th>{t('sheet.seen')}</th>
                <th>{t('visit.visitor')}</th>
                <th>{t('visit.arrived')}</th>
                <th>{t('visit.host')}</th>
                <th>{t('visit.card')}</th>
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.visitId}>
                  <td>
                    <span className="desk-sheet__tick" />
                  </td>
                  <td>
                    <Name>{visit.name}</Name>
                    <CompanyLine company={visit.company} />
                  </td>
                  <td>{times.short(visit.arrivedAt)}</td>
                  <td>
                    <OrDash>{hostOf(visit)}</OrDash>
                  </td>
                  <td>{visit.card.state === 'issued' ? cardName(t, visit.card.label) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{t('sheet.foot')}</p>
        </>
      )}
    </DeskSheet>
  );
}
