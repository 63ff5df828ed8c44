/**
 * A form field of a touchscreen: label above, hint and fault below, both read out with the field. The system's own
 * keyboard, suggestions and corrections stay away.
 */
import { type InputHTMLAttributes, type Ref, useEffect, useId, useRef } from 'react';
import { TouchIcon } from './touch-icon.tsx';
import type { KeyKind } from './touch-keyboard-layouts.ts';

export interface TouchFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, in words. */
  readonly fault?: string | undefined;
  /** What the field takes; decides the on-screen keyboard. */
  readonly keys: KeyKind;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Empties a field once it is off the screen: whoever still holds the element holds nothing that was typed. */
function useForgetting(box: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const field = box.current?.querySelector('input');
    return () => {
      if (!field || field.isConnected) return;
      field.value = '';
      field.defaultValue = '';
    };
  }, [box]);
}

export function TouchField({ label, hint, fault, keys, ...input }: TouchFieldProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useForgetting(box);
  const described = fault ? `${id}-fault` : hint ? `${id}-hint` : undefined;
  return (
    <div ref={box} className="touch-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        type="text"
        data-keys={keys}
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
      />
      {fault ? (
        <p className="touch-field__fault" id={`${id}-fault`} role="alert">
          <TouchIcon name="warning" />
          <span>{fault}</span>
        </p>
      ) : hint ? (
        <p className="touch-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
