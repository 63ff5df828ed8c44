/** The certificates of past purges, and one of them in full, on screen and on paper. It holds no personal data. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../shared/contract/retention.ts';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useSite, useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing, DeskTag } from '../ui/desk-message.tsx';
import { DeskSheet, printSheet } from '../ui/desk-print.tsx';
import { DeskTable } from '../ui/desk-table.tsx';

export function Certificates() {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const { data, error } = useCall('retention.certificates', {});
  const [open, setOpen] = useState<Certificate | null>(null);
  const title = useId();
  const certificates = data?.certificates ?? [];
  return (
    <section className="office__section" aria-labelledby={title}>
      <h2 id={title}>{t('certificate.list')}</h2>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data && certificates.length === 0 ? (
        <DeskNothing title={t('certificate.none')}>{t('certificate.noneHint')}</DeskNothing>
      ) : null}
      {certificates.length > 0 ? (
        <DeskTable>
          <thead>
            <tr>
              <th scope="col">{t('certificate.finished')}</th>
              <th scope="col">{t('certificate.reasonColumn')}</th>
              <th scope="col" className="desk-table__number">
                {t('purge.kind.contacts')}
              </th>
              <th scope="col" className="desk-table__number">
                {t('purge.kind.visits')}
              </th>
              <th scope="col" className="desk-table__number">
                {t('purge.kind.cardLinks')}
              </th>
              <th scope="col" className="desk-table__number">
                {t('purge.kind.invitations')}
              </th>
              <th scope="col">{t('certificate.byteSearch')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('certificate.open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {certificates.map((certificate) => (
              <tr key={certificate.certificateId}>
                <td>{times.full(certificate.finishedAt)}</td>
                <td>{t(`certificate.reason.${certificate.reason}`)}</td>
                <td className="desk-table__number">{times.number(certificate.counts.contacts)}</td>
                <td className="desk-table__number">{times.number(certificate.counts.visits)}</td>
                <td className="desk-table__number">{times.number(certificate.counts.cardLinks)}</td>
                <td className="desk-table__number">{times.number(certificate.counts.invitations)}</td>
                <td>
                  <FoundTag found={certificate.byteSearch.found} />
                </td>
                <td>
                  <DeskButton
                    kind="quiet"
                    aria-label={t('certificate.openNamed', { at: times.full(certificate.finishedAt) })}
                    onClick={() => setOpen(certificate)}
                  >
                    {t('certificate.open')}
                  </DeskButton>
                </td>
              </tr>
            ))}
          </tbody>
        </DeskTable>
      ) : null}
      {open ? (
        <DeskDialog title={t('certificate.title')} onClose={() => setOpen(null)}>
          <CertificateFacts certificate={open} />
          <div className="desk-actions">
            <DeskButton kind="primary" icon={<DeskIcon name="printer" />} onClick={printSheet}>
              {t('certificate.print')}
            </DeskButton>
            <DeskButton onClick={() => setOpen(null)}>{t('form.close')}</DeskButton>
          </div>
          <CertificateSheet certificate={open} />
        </DeskDialog>
      ) : null}
    </section>
  );
}

function FoundTag({ found }: { readonly found: number }) {
  const { t } = useTranslation('console');
  return found === 0 ? (
    <DeskTag tone="good">{t('certificate.nothingFound')}</DeskTag>
  ) : (
    <DeskTag tone="bad">{t('certificate.found', { count: found })}</DeskTag>
  );
}

function CertificateFacts({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const { byteSearch, cutOffs, counts } = certificate;
  return (
    <>
      <DeskMessage tone={byteSearch.found === 0 ? 'good' : 'bad'} title={t('certificate.byteSearch')}>
        {t(byteSearch.found === 0 ? 'certificate.searchedNothing' : 'certificate.searchedFound', {
          count: byteSearch.values,
          values: times.number(byteSearch.values),
          files: times.number(byteSearch.files),
          megabytes: times.number(Math.round(byteSearch.bytes / 100_000) / 10),
          found: times.number(byteSearch.found),
        })}{' '}
        {t(byteSearch.decrypted ? 'certificate.decrypted' : 'certificate.notDecrypted')}
      </DeskMessage>
      <dl className="desk-facts">
        <dt>{t('certificate.reasonColumn')}</dt>
        <dd>{t(`certificate.reason.${certificate.reason}`)}</dd>
        <dt>{t('certificate.started')}</dt>
        <dd>{times.full(certificate.startedAt)}</dd>
        <dt>{t('certificate.finished')}</dt>
        <dd>{times.full(certificate.finishedAt)}</dd>
        <dt>{t('purge.kind.contacts')}</dt>
        <dd>
          {t('certificate.before', {
            purged: times.number(counts.contacts),
            at: times.full(cutOffs.contactsBefore),
          })}
        </dd>
        <dt>{t('purge.kind.visits')}</dt>
        <dd>
          {t('certificate.before', {
            purged: times.number(counts.visits),
            at: times.full(cutOffs.visitsBefore),
          })}
        </dd>
        <dt>{t('purge.kind.cardLinks')}</dt>
        <dd>
          {t('certificate.before', {
            purged: times.number(counts.cardLinks),
            at: times.full(cutOffs.cardLinksBefore),
          })}
        </dd>
        <dt>{t('purge.kind.hosts')}</dt>
        <dd>
          {t('certificate.before', {
            purged: times.number(counts.hosts),
            at: times.full(cutOffs.visitsBefore),
          })}
        </dd>
        <dt>{t('purge.kind.invitations')}</dt>
        <dd>
          {t('certificate.before', {
            purged: times.number(counts.invitations),
            at: times.full(cutOffs.contactsBefore),
          })}
        </dd>
        <dt>{t('purge.kind.events')}</dt>
        <dd>
          {t('certificate.before', {
            purged: times.number(counts.events),
            at: times.full(cutOffs.contactsBefore),
          })}
        </dd>
        <dt>{t('purge.kind.unlisted')}</dt>
        <dd>
          {t('certificate.before', {
            purged: times.number(counts.unlisted),
            at: times.full(cutOffs.contactsBefore),
          })}
        </dd>
        <dt>{t('purge.kind.rollCalls')}</dt>
        <dd>{times.number(counts.rollCalls)}</dd>
        {cutOffs.watchlistBefore === null ? null : (
          <>
            <dt>{t('purge.kind.watchlist')}</dt>
            <dd>
              {t('certificate.beforeReview', {
                purged: times.number(counts.watchlist),
                at: times.full(cutOffs.watchlistBefore),
              })}
            </dd>
          </>
        )}
        <dt>{t('certificate.heldBack')}</dt>
        <dd>{times.number(certificate.heldBack)}</dd>
        <dt>{t('certificate.erased')}</dt>
        <dd>{times.number(certificate.erased)}</dd>
        <dt>{t('certificate.compacted')}</dt>
        <dd>{t(certificate.compacted ? 'certificate.yes' : 'certificate.no')}</dd>
        <dt>{t('certificate.policy')}</dt>
        <dd className="desk-hash">{certificate.policyHash}</dd>
        <dt>{t('certificate.number')}</dt>
        <dd className="desk-hash">{certificate.certificateId}</dd>
      </dl>
    </>
  );
}

function CertificateSheet({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('console');
  const site = useSite();
  return (
    <DeskSheet>
      {() => (
        <>
          <h1>{t('certificate.title')}</h1>
          <p>
            <bdi>{site.siteName}</bdi>
          </p>
          <p>{t('certificate.sheetLead')}</p>
          <CertificateFacts certificate={certificate} />
        </>
      )}
    </DeskSheet>
  );
}
