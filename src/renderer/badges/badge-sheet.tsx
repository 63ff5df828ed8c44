/** Badges for paper: in the page only while they are printed, with pages of exactly the paper's size. */
import { useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { BadgePageDrawing } from './badge-page.tsx';
import type { LaidOut } from './lay-out-badges.ts';
import './badges.css';

export function BadgeSheet({ laidOut, label }: { readonly laidOut: LaidOut; readonly label: string }) {
  const { pages, logo } = laidOut;
  const [first] = pages;
  const width = first?.width ?? 210;
  const height = first?.height ?? 297;
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0; @bottom-right { content: none; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [width, height]);
  return createPortal(
    <div className="desk-sheet badge-sheet">
      {pages.map((page, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
        <BadgePageDrawing key={index} page={page} logo={logo} label={label} />
      ))}
    </div>,
    document.body,
  );
}
