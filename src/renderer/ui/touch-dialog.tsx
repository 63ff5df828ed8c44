/** A dialog over a touchscreen: it takes the focus, keeps it, and gives it back when it goes. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

export function TouchDialog({
  title,
  veil = false,
  onClose,
  children,
}: {
  readonly title: string;
  /** Hides what lies below instead of dimming it. */
  readonly veil?: boolean;
  /** Escape was pressed. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closing gives the focus back, and only works while the dialog is still part of the page.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={veil ? 'touch-dialog touch-dialog--veil' : 'touch-dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
