/** A row of a table that can be chosen: by its button, which the arrow keys walk to, or anywhere else on it. */
import type { ReactNode } from 'react';

export function DeskRow({
  chosen,
  says,
  onChoose,
  head,
  children,
}: {
  readonly chosen: boolean;
  /** What the button tells of being chosen: that it is, or that the row is open; nothing where a dialog follows. */
  readonly says?: 'pressed' | 'expanded';
  readonly onChoose: () => void;
  /** What stands on the button, in the first cell. */
  readonly head: ReactNode;
  /** The other cells. */
  readonly children: ReactNode;
}) {
  return (
    <tr data-choosable data-chosen={chosen} onClick={onChoose}>
      <td>
        <button
          type="button"
          className="desk-row-button"
          aria-pressed={says === 'pressed' ? chosen : undefined}
          aria-expanded={says === 'expanded' ? chosen : undefined}
          onClick={(event) => {
            event.stopPropagation();
            onChoose();
          }}
        >
          {head}
        </button>
      </td>
      {children}
    </tr>
  );
}
