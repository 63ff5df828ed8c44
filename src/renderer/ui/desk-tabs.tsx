/** A row of choices, one of them on: tabs with counts, or the chips that narrow a search. */
import { useRef } from 'react';

export interface DeskTab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly count?: number | undefined;
  /** The count needs attention. */
  readonly alarm?: boolean;
}

export function DeskTabs<Name extends string>({
  label,
  as = 'tabs',
  tabs,
  chosen,
  onChoose,
  panelId,
}: {
  readonly label: string;
  /** `tabs` show other content, `chips` narrow the same content. */
  readonly as?: 'tabs' | 'chips';
  readonly tabs: readonly DeskTab<Name>[];
  readonly chosen: Name | null;
  readonly onChoose: (name: Name) => void;
  readonly panelId?: string | undefined;
}) {
  const row = useRef<HTMLDivElement>(null);
  const move = (from: number, by: number): void => {
    const to = (from + by + tabs.length) % tabs.length;
    const next = tabs[to];
    if (!next) return;
    onChoose(next.name);
    row.current?.querySelectorAll<HTMLButtonElement>('button')[to]?.focus();
  };
  const buttons = tabs.map((tab, index) => {
    const on = tab.name === chosen;
    const reachable = on || (chosen === null && index === 0);
    return (
      <button
        key={tab.name}
        type="button"
        role={as === 'tabs' ? 'tab' : 'radio'}
        {...(as === 'tabs' ? { 'aria-selected': on, 'aria-controls': panelId } : { 'aria-checked': on })}
        tabIndex={reachable ? 0 : -1}
        className={tab.alarm ? 'desk-tabs__alarm' : undefined}
        onClick={() => onChoose(tab.name)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') move(index, 1);
          if (event.key === 'ArrowLeft') move(index, -1);
        }}
      >
        {tab.label}
        {tab.count === undefined ? null : <b>{tab.count}</b>}
      </button>
    );
  });
  return as === 'tabs' ? (
    <div ref={row} className="desk-tabs" role="tablist" aria-label={label}>
      {buttons}
    </div>
  ) : (
    <div ref={row} className="desk-tabs" role="radiogroup" aria-label={label}>
      {buttons}
    </div>
  );
}
