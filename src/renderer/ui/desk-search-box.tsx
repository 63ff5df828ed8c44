/** The search box on top of a list. `/` reaches it from anywhere but a text field, Escape empties it. */
import { useRef } from 'react';
import { DeskIcon } from './desk-icon.tsx';
import { isTyping, useDeskKeys } from './desk-keys.ts';

export function DeskSearchBox({
  label,
  placeholder,
  clearLabel,
  value,
  onChange,
  onDown,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The arrow-down key was pressed: go to the first result. */
  readonly onDown?: () => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useDeskKeys((event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    box.current?.focus();
    box.current?.select();
  });
  return (
    <div className="desk-search">
      <DeskIcon name="search" />
      <input
        ref={box}
        type="search"
        className="desk-input"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            event.stopPropagation();
            onChange('');
          }
          if (event.key === 'ArrowDown' && onDown) {
            event.preventDefault();
            onDown();
          }
        }}
      />
      {value === '' ? (
        <span className="desk-key" aria-hidden="true">
          /
        </span>
      ) : (
        <button
          type="button"
          className="desk-search__clear"
          aria-label={clearLabel}
          onClick={() => {
            onChange('');
            box.current?.focus();
          }}
        >
          <DeskIcon name="cross" size={18} />
        </button>
      )}
    </div>
  );
}
