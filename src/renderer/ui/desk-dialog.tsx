/** A dialog on the platform's own element: focus stays inside, Escape closes, the page behind cannot be reached, and the focus goes back to what opened it. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

export function DeskDialog({
  title,
  onClose,
  children,
}: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed while it still stands on the page: only then does the focus go back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="desk-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        // React hands on what a dialog within this one was told.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="desk-dialog__body">
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
