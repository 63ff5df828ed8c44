/** How the desk's card reader is, always in words, and what to do when it is not ready. */
import { useTranslation } from 'react-i18next';
import type { ReaderStatus } from '../../shared/contract/readers.ts';
import { useCall } from '../console/queries.ts';

const lights: Readonly<Record<ReaderStatus['state'], 'ready' | 'wait' | 'fault' | 'off'>> = {
  ready: 'ready',
  opening: 'wait',
  waiting: 'wait',
  absent: 'fault',
  lost: 'fault',
  denied: 'fault',
  unavailable: 'fault',
  off: 'off',
};

export function ReaderLines() {
  const { t } = useTranslation('console');
  const { data, error } = useCall('readers.status', {});
  const desk = data?.readers.filter((reader) => reader.place === 'desk') ?? [];
  if (!data)
    return (
      <p className="reader-line" role="status">
        <i className="reader-line__light reader-line__light--wait" />
        {t(error ? 'reader.unknown' : 'reader.asking')}
      </p>
    );
  if (desk.length === 0) return <ReaderLine state="off" name="" advice="none" />;
  return desk.map((reader) => (
    <ReaderLine key={reader.readerId} state={reader.state} name={reader.name} advice={reader.advice} />
  ));
}

function ReaderLine({ state, name, advice }: Pick<ReaderStatus, 'state' | 'name' | 'advice'>) {
  const { t } = useTranslation('console');
  return (
    <div className="reader-line" role="status">
      <i className={`reader-line__light reader-line__light--${lights[state]}`} />
      <span>
        <b>{t(`reader.state.${state}`)}</b>
        {name === '' || state === 'off' ? null : (
          <>
            {' · '}
            <bdi>{name}</bdi>
          </>
        )}
        {state === 'ready' ? null : <small>{t(`reader.do.${state}`)}</small>}
        {advice === 'none' || state === 'ready' ? null : <small>{t(`reader.advice.${advice}`)}</small>}
      </span>
    </div>
  );
}
