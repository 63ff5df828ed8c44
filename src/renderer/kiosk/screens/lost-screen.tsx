/** Nobody answers: says so, over everything, and gives the focus back when somebody does. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietScreen } from './out-of-use-screens.tsx';

export function LostScreen({ kept }: { readonly kept: boolean }) {
  const { t } = useTranslation('kiosk');
  const screen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    screen.current?.querySelector('h1')?.focus();
    return () => {
      // The screen below is shown again in the same step; only then can it take the focus.
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus());
    };
  }, []);
  return (
    <div className="kiosk" ref={screen}>
      <QuietScreen
        icon="wait"
        title={t('lost.title')}
        lines={[t('lost.text'), ...(kept ? [t('lost.kept')] : []), t('lost.desk')]}
      />
    </div>
  );
}
