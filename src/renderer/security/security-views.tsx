/** The screens of security, as links. */
import { useTranslation } from 'react-i18next';
import { placeAddress } from '../console/place.ts';

const views = ['', 'watchlist'] as const;
export type SecurityView = (typeof views)[number];

export function viewNamed(name: string): SecurityView {
  return views.find((view) => view === name) ?? '';
}

export function SecurityViews({ shown }: { readonly shown: SecurityView }) {
  const { t } = useTranslation('console');
  return (
    <nav className="page__views" aria-label={t('watchlist.views')}>
      {views.map((view) => (
        <a
          key={view}
          href={placeAddress('security', view)}
          aria-current={view === shown ? 'page' : undefined}
        >
          {t(`watchlist.view.${view === '' ? 'visits' : view}`)}
        </a>
      ))}
    </nav>
  );
}
