/** How the desk's card readers are, always in words, and what to do about one that is not ready. */
import { useTranslation } from 'react-i18next';
import type { ReaderStatus } from '../../shared/contract/readers.ts';
import { useCall } from '../console/queries.ts';
import { LibraryAdvice, ruledDevices, UdevAdvice } from '../console/reader-advice.tsx';
import { ReaderLight, readerHelp, readerStateWords } from '../console/reader-state.tsx';
import { useHasRole } from '../console/session.tsx';

const noReader = { state: 'off', advice: 'none' } as const;

export function ReaderLines() {
  const { t } = useTranslation('console');
  const { data, error } = useCall('readers.status', {});
  const desk = data?.readers.filter((reader) => reader.place === 'desk') ?? [];
  if (!data)
    return (
      <p className="reader-line" role="status">
        <ReaderLight status={null} />
        {t(error ? 'reader.unknown' : 'reader.asking')}
      </p>
    );
  if (desk.length === 0) return <ReaderLine status={noReader} name="" />;
  return desk.map((reader) => <ReaderLine key={reader.readerId} status={reader} name={reader.name} />);
}

function ReaderLine({
  status,
  name,
}: {
  readonly status: Pick<ReaderStatus, 'state' | 'advice'>;
  readonly name: string;
}) {
  const { t } = useTranslation('console');
  const mayInstall = useHasRole('administrator');
  return (
    <div className="reader-line">
      <ReaderLight status={status} />
      <div>
        <div role="status">
          <b>{readerStateWords(t, status)}</b>
          {name === '' || status.state === 'off' ? null : (
            <>
              {' · '}
              <bdi>{name}</bdi>
            </>
          )}
          {readerHelp(t, status).map((sentence) => (
            <small key={sentence}>{sentence}</small>
          ))}
        </div>
        {mayInstall && status.advice === 'install-udev-rule' ? <RuleToInstall /> : null}
        {mayInstall && status.advice === 'install-libusb' ? <LibraryAdvice /> : null}
      </div>
    </div>
  );
}

/** Whoever is an administrator too need not leave the desk to let the reader in. */
function RuleToInstall() {
  const { t } = useTranslation('console');
  const { data } = useCall('site.settings', {});
  return data ? (
    <details className="reader-line__rule">
      <summary>{t('readers.rule.show')}</summary>
      <UdevAdvice devices={ruledDevices(data.settings.readers)} />
    </details>
  ) : null;
}
