/** Children in a tree of their own, out of reach of the page's styles and with styles of theirs. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { createPreviewSheet } from './preview-styles.ts';

export function Shadow({ children }: { readonly children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useLayoutEffect(() => {
    if (host.current === null) return;
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [createPreviewSheet()];
    setRoot(shadow);
  }, []);
  return <div ref={host}>{root === null ? null : createPortal(children, root)}</div>;
}
