/** Short confirmations at the foot of the window, gone after a few seconds and with the screen that holds them. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { DeskIcon } from './desk-icon.tsx';

interface Toast {
  readonly key: number;
  readonly words: string;
}

/** Long enough to read twice at 150 words a minute. */
const shownForMilliseconds = 6000;

const ToastContext = createContext<(words: string) => void>(() => undefined);

export function useToast(): (words: string) => void {
  return useContext(ToastContext);
}

function ToastLine({ toast, onGone }: { readonly toast: Toast; readonly onGone: (key: number) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => onGone(toast.key), shownForMilliseconds);
    return () => clearTimeout(timer);
  }, [toast.key, onGone]);
  return (
    <div className="desk-toast">
      <DeskIcon name="tick" />
      {toast.words}
    </div>
  );
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const show = useCallback((words: string) => {
    setToasts((shown) => [...shown.slice(-2), { key: (shown.at(-1)?.key ?? 0) + 1, words }]);
  }, []);
  const remove = useCallback((key: number) => {
    setToasts((shown) => shown.filter((toast) => toast.key !== key));
  }, []);
  const list = useMemo(
    () => (
      <div className="desk-toasts" role="status">
        {toasts.map((toast) => (
          <ToastLine key={toast.key} toast={toast} onGone={remove} />
        ))}
      </div>
    ),
    [toasts, remove],
  );
  return (
    <ToastContext value={show}>
      {children}
      {list}
    </ToastContext>
  );
}
