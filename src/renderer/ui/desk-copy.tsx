/** A text to be taken along, with a button that copies it; where copying is not allowed the text is marked instead. */
import { useRef, useState } from 'react';
import { DeskButton } from './desk-button.tsx';
import { DeskIcon } from './desk-icon.tsx';

/** Marks all of `element`; true when the system has also taken it along. */
function copyMarked(element: HTMLElement): boolean {
  const selection = window.getSelection();
  selection?.selectAllChildren(element);
  try {
    // Asks no permission where the clipboard's own interface is closed, as in the desktop window.
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

export function DeskCopy({
  text,
  label,
  name,
  copied,
  marked,
  children,
}: {
  readonly text: string;
  /** Of the button. */
  readonly label: string;
  /** Of the text, for those who cannot see where it stands. */
  readonly name: string;
  /** Said when it worked, and when only Ctrl+C is left. */
  readonly copied: string;
  readonly marked: string;
  /** Further buttons. */
  readonly children?: React.ReactNode;
}) {
  const shown = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<'' | 'copied' | 'marked'>('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome(shown.current && copyMarked(shown.current) ? 'copied' : 'marked');
    }
  };
  return (
    <div className="desk-copy">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must scroll by keyboard */}
      <section className="desk-copy__text" tabIndex={0} aria-label={name}>
        <pre ref={shown}>{text}</pre>
      </section>
      <div className="desk-actions">
        <DeskButton icon={<DeskIcon name="copy" />} onClick={() => void copy()}>
          {label}
        </DeskButton>
        {children}
        <span role="status" className="desk-muted">
          {outcome === '' ? '' : outcome === 'copied' ? copied : marked}
        </span>
      </div>
    </div>
  );
}
