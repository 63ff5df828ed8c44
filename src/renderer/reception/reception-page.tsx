/**
 * The receptionist's screen: who is here on the left, the card pad on the right. The pad stays while the left side
 * shows the visitors, the card inventory or the form that registers a visitor.
 */
import { useTranslation } from 'react-i18next';
import { BadgePrintingFault, BadgePrintingProvider, useBadgePrinting } from '../badges/badge-printing.tsx';
import { placeAddress } from '../console/place.ts';
import { CardInventory } from './card-inventory.tsx';
import { CardPad } from './card-pad.tsx';
import { ExpectedVisits } from './expected-visits.tsx';
import { RegisterVisitor } from './register-visitor.tsx';
import { useCardPad } from './use-card-pad.ts';
import { VisitorDesk } from './visitor-desk.tsx';

const views = ['', 'expected', 'cards', 'register'] as const;

export function ReceptionPage({ view }: { readonly view: string }) {
  return (
    <BadgePrintingProvider>
      <Reception view={view} />
    </BadgePrintingProvider>
  );
}

function Reception({ view }: { readonly view: string }) {
  const { t } = useTranslation('console');
  const badges = useBadgePrinting();
  const pad = useCardPad((visitId) => {
    if (badges.onCardIssue) void badges.run({ kind: 'badge', visitIds: [visitId], as: 'paper' });
  });
  const shown = views.find((known) => known === view) ?? '';
  return (
    <main className="page page--reception">
      <div className="page__list">
        <header className="page__head">
          <h1>{t(`reception.heading.${shown === '' ? 'desk' : shown}`)}</h1>
          <nav className="page__views" aria-label={t('reception.views')}>
            {views.map((each) => (
              <a
                key={each}
                href={placeAddress('reception', each)}
                aria-current={each === shown ? 'page' : undefined}
              >
                {t(`reception.view.${each === '' ? 'desk' : each}`)}
              </a>
            ))}
          </nav>
        </header>
        <BadgePrintingFault />
        {shown === '' ? <VisitorDesk pad={pad} /> : null}
        {shown === 'expected' ? <ExpectedVisits /> : null}
        {shown === 'cards' ? <CardInventory pad={pad} /> : null}
        {shown === 'register' ? <RegisterVisitor /> : null}
      </div>
      <CardPad pad={pad} />
    </main>
  );
}
