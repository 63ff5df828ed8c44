/** The console's buttons. A key hint beside the label is decoration, so that the name stays the label alone. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface DeskButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly large?: boolean;
  readonly wide?: boolean;
  /** Work is under way: the button stays focusable but does nothing. */
  readonly busy?: boolean;
  /** The key that does the same. */
  readonly keyHint?: string | undefined;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function DeskButton({
  kind = 'secondary',
  large = false,
  wide = false,
  busy = false,
  keyHint,
  icon,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: DeskButtonProps) {
  const names = ['desk-button', `desk-button--${kind}`];
  if (large) names.push('desk-button--large');
  if (wide) names.push('desk-button--wide');
  if (className) names.push(className);
  return (
    <button
      {...rest}
      type={type}
      className={names.join(' ')}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      {children}
      {keyHint === undefined ? null : (
        <span className="desk-key" aria-hidden="true">
          {keyHint}
        </span>
      )}
    </button>
  );
}
