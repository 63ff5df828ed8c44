/**
 * Printing: a sheet is made only while the browser prints, so a list of names never waits in the page unseen.
 * `print` opens the browser's dialog; the browser's own print key gets the same sheet.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

export function DeskSheet({ children }: { readonly children: () => ReactNode }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing ? createPortal(<div className="desk-sheet">{children()}</div>, document.body) : null;
}

export function printSheet(): void {
  window.print();
}
