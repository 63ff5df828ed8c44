/** Any version of the notice in one language, word for word as it was shown. */
import { useTranslation } from 'react-i18next';
import type { NoticeId } from '../../shared/vocabulary.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { DeskSheet, printSheet } from '../ui/desk-print.tsx';
import { NoticeView } from './notice-view.tsx';
import { useCall } from './queries.ts';
import { useRefusalWords } from './refusals.tsx';
import { useSite } from './site.tsx';

export function NoticeDialog({
  noticeId,
  version,
  onClose,
}: {
  readonly noticeId: NoticeId;
  readonly version: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const site = useSite();
  const { data, error } = useCall('notice.read', { noticeId });
  return (
    <DeskDialog title={t('notice.readTitle', { version })} onClose={onClose}>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by key */}
          <section className="notice-dialog" aria-label={t('notice.readTitle', { version })} tabIndex={0}>
            <NoticeView notice={data} />
          </section>
          <DeskSheet>
            {() => (
              <>
                <p>
                  <bdi>{site.siteName}</bdi>
                </p>
                <NoticeView notice={data} />
              </>
            )}
          </DeskSheet>
        </>
      ) : null}
      <div className="desk-actions">
        <DeskButton kind="primary" onClick={onClose}>
          {t('form.close')}
        </DeskButton>
        <DeskButton icon={<DeskIcon name="printer" />} disabled={!data} onClick={printSheet}>
          {t('notice.print')}
        </DeskButton>
      </div>
    </DeskDialog>
  );
}
