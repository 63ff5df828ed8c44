/** How a card reader is: a light with a colour and a shape of its own, always beside words. */
import type { TFunction } from 'i18next';
import type { ReaderStatus } from '../../shared/contract/readers.ts';

type Shown = Pick<ReaderStatus, 'state' | 'advice'>;
type Light = 'ready' | 'wait' | 'fault' | 'off';

const lights: Readonly<Record<ReaderStatus['state'], Light>> = {
  ready: 'ready',
  opening: 'wait',
  waiting: 'wait',
  absent: 'fault',
  lost: 'fault',
  denied: 'fault',
  unavailable: 'fault',
  off: 'off',
};

/** A full circle with a tick, a ring that is being drawn, a triangle, an empty square. */
const shapes: Readonly<Record<Light, string>> = {
  ready: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
  wait: 'M8 2.500a5.500 5.500 0 1 1-5.500 5.500',
  fault: 'M8 1.200 15.200 14.500H.8z',
  off: 'M2.500 2.500h11v11h-11z',
};

function lightOf({ state, advice }: Shown): Light {
  return advice === 'testing' ? 'wait' : lights[state];
}

export function ReaderLight({ status }: { readonly status: Shown | null }) {
  const light = status === null ? 'wait' : lightOf(status);
  return (
    <svg
      className={`reader-light reader-light--${light}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[light]} />
      {light === 'ready' ? <path className="reader-light__sign" d="m5 8.200 2.200 2.200L11.200 6" /> : null}
      {light === 'fault' ? <path className="reader-light__sign" d="M8 6v4M8 12.300v.1" /> : null}
    </svg>
  );
}

/** `Reader ready`. */
export function readerStateWords(t: TFunction<'console'>, status: Shown | null): string {
  if (status === null) return t('reader.asking');
  return status.advice === 'testing' ? t('reader.beingTested') : t(`reader.state.${status.state}`);
}

/** What whoever stands at the desk can do about it; nothing where all is well. */
export function readerHelp(t: TFunction<'console'>, { state, advice }: Shown): readonly string[] {
  if (advice === 'testing') return [t('reader.advice.testing')];
  if (state === 'ready') return [];
  return [t(`reader.do.${state}`), ...(advice === 'restarting' ? [t('reader.advice.restarting')] : [])];
}

/** What an administrator can do about it. */
export function readerAdvice(t: TFunction<'console'>, { state, advice }: Shown): string | null {
  if (advice !== 'none') return t(`reader.advice.${advice}`);
  return state === 'ready' ? null : t(`reader.do.${state}`);
}
