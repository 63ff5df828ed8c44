/** The readers of the site: how each is, where it stands, how it reads, and what to do when it does not. */
import { useTranslation } from 'react-i18next';
import type { ReaderSettings, ReaderStatus } from '../../../shared/contract/readers.ts';
import { ReaderLight, readerAdvice, readerStateWords } from '../../console/reader-state.tsx';
import { Name } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskNothing, DeskTag } from '../../ui/desk-message.tsx';
import { rawFieldWords, readerName } from './reader-words.ts';

export function SiteReaders({
  readers,
  statuses,
  busy,
  onChange,
  onRemove,
}: {
  readonly readers: readonly ReaderSettings[];
  /** Null until they are known. */
  readonly statuses: readonly ReaderStatus[] | null;
  readonly busy: boolean;
  readonly onChange: (reader: ReaderSettings) => void;
  readonly onRemove: (reader: ReaderSettings) => void;
}) {
  const { t } = useTranslation('console');
  if (readers.length === 0)
    return <DeskNothing title={t('readers.none')}>{t('readers.noneHint')}</DeskNothing>;
  return (
    <ul className="site-readers">
      {readers.map((reader) => {
        const status = statuses?.find(({ readerId }) => readerId === reader.readerId) ?? null;
        const name = readerName(t, reader);
        return (
          <li key={reader.readerId} className="site-reader">
            <ReaderState status={statuses === null || status ? status : 'aside'} />
            <div className="site-reader__who">
              <h3>
                <Name>{name}</Name>
              </h3>
              <DeskTag>{t(`readers.place.${reader.place}`)}</DeskTag>
            </div>
            <p className="site-reader__how desk-muted">
              {[
                t(`reader.profile.${reader.profile}`),
                ...(reader.device === null ? [] : [reader.device]),
                ...(reader.format === null ? [] : [t(`reader.formats.${reader.format}`)]),
                ...(reader.raw === null ? [] : [rawFieldWords(t, reader.raw)]),
              ].join(' · ')}
            </p>
            {status === null ? null : <Help status={status} />}
            <div className="desk-actions site-reader__acts">
              <DeskButton
                kind="quiet"
                aria-label={t('readers.changeNamed', { name })}
                onClick={() => onChange(reader)}
              >
                {t('readers.change')}
              </DeskButton>
              <DeskButton
                kind="quiet"
                busy={busy}
                aria-label={t('readers.removeNamed', { name })}
                onClick={() => onRemove(reader)}
              >
                {t('readers.remove')}
              </DeskButton>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function ReaderState({ status }: { readonly status: ReaderStatus | null | 'aside' }) {
  const { t } = useTranslation('console');
  const aside = status === 'aside';
  return (
    <p className="site-reader__state" role="status">
      <ReaderLight status={aside ? { state: 'off', advice: 'none' } : status} />
      <b>{aside ? t('readers.setAside') : readerStateWords(t, status)}</b>
    </p>
  );
}

function Help({ status }: { readonly status: ReaderStatus }) {
  const { t } = useTranslation('console');
  const advice = readerAdvice(t, status);
  if (advice === null) return null;
  return (
    <div className="site-reader__help">
      <p>{advice}</p>
    </div>
  );
}

/** Readers that `--reader` has put in place of those in the settings. */
export function StartedReaders({ statuses }: { readonly statuses: readonly ReaderStatus[] }) {
  const { t } = useTranslation('console');
  return (
    <ul className="site-readers">
      {statuses.map((status) => (
        <li key={status.readerId} className="site-reader">
          <ReaderState status={status} />
          <div className="site-reader__who">
            <h3>
              <Name>{readerName(t, status)}</Name>
            </h3>
            <DeskTag>{t(`readers.place.${status.place}`)}</DeskTag>
          </div>
          <p className="site-reader__how desk-muted">
            {t(`reader.profile.${status.profile}`)} · {t('readers.startedWith')}
          </p>
        </li>
      ))}
    </ul>
  );
}
