/** A page outside the consoles: one column in the middle, the language switch in the corner. */
import type { ReactNode } from 'react';
import { FoyerMark } from './foyer-mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';

export function PlainPage({
  title,
  lead,
  wide = false,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main className={wide ? 'plain plain--wide' : 'plain'}>
      <header className="plain__head">
        <FoyerMark size={40} />
        <LanguageSwitch />
      </header>
      <div className="plain__body">
        <div className="plain__title">
          <h1>{title}</h1>
          {lead ? <p className="desk-muted">{lead}</p> : null}
        </div>
        {children}
      </div>
    </main>
  );
}
