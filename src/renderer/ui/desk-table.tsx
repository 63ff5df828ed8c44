/**
 * A table that becomes a list of cards where its frame is too narrow for columns: each cell then has the words of its
 * column before it. They are taken from the head as it reads, so that a column is named in one place only; a head
 * that is only there for screen readers names nothing.
 */
import { type ReactNode, useLayoutEffect, useRef } from 'react';

export function DeskTable({
  className = '',
  label,
  children,
}: {
  readonly className?: string;
  /** Its accessible name, where no heading beside it says what it lists. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const table = useRef<HTMLTableElement>(null);
  // At each drawing: the language may have changed. Only the style of the table itself is touched.
  useLayoutEffect(() => {
    for (const [index, head] of [...(table.current?.tHead?.rows[0]?.cells ?? [])].entries()) {
      const words = head.querySelector('.desk-unseen') === null ? (head.textContent ?? '') : '';
      const value = words === '' ? 'none' : JSON.stringify(words);
      const { style } = table.current ?? {};
      const name = `--column-${index + 1}`;
      // Setting it anew would have the browser look at every cell again.
      if (style?.getPropertyValue(name) !== value) style?.setProperty(name, value);
    }
  });
  return (
    <div className="desk-table-frame">
      <table ref={table} className={`desk-table ${className}`.trimEnd()} aria-label={label}>
        {children}
      </table>
    </div>
  );
}
