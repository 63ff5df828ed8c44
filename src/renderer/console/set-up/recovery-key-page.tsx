/** The recovery key, shown once: to print or to copy. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { DeskSheet, printSheet } from '../../ui/desk-print.tsx';
import { PlainPage } from '../plain-page.tsx';

export function RecoveryKeyPage({
  recoveryKey,
  onContinue,
}: {
  readonly recoveryKey: string;
  readonly onContinue: () => void;
}) {
  const { t } = useTranslation('console');
  const [copied, setCopied] = useState<'' | 'copied' | 'refused'>('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(recoveryKey);
      setCopied('copied');
    } catch {
      setCopied('refused');
    }
  };
  return (
    <PlainPage title={t('recovery.title')} lead={t('recovery.lead')}>
      <section className="desk-card" aria-label={t('recovery.key')}>
        <output className="recovery-key">{recoveryKey}</output>
        <div className="desk-actions">
          <DeskButton icon={<DeskIcon name="printer" />} onClick={printSheet}>
            {t('recovery.print')}
          </DeskButton>
          <DeskButton icon={<DeskIcon name="copy" />} onClick={() => void copy()}>
            {t('recovery.copy')}
          </DeskButton>
          <span role="status" className="desk-muted">
            {copied === '' ? '' : t(`recovery.${copied}`)}
          </span>
        </div>
      </section>
      <DeskMessage tone="waiting">{t('recovery.warning')}</DeskMessage>
      <DeskButton kind="primary" large onClick={onContinue}>
        {t('recovery.continue')}
      </DeskButton>
      <DeskSheet>
        {() => (
          <>
            <h1>{t('recovery.sheetTitle')}</h1>
            <p>{t('recovery.sheetLead')}</p>
            <p className="recovery-key">{recoveryKey}</p>
            <p>{t('recovery.warning')}</p>
          </>
        )}
      </DeskSheet>
    </PlainPage>
  );
}
