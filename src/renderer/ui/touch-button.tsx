/** Buttons of a touchscreen, sized in millimetres. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

export type TouchButtonKind = 'primary' | 'secondary' | 'quiet';

export interface TouchButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: TouchButtonKind;
  /** The first thing to do on a screen that asks nothing. */
  readonly large?: boolean;
  /** Work is under way: the button keeps its place and its focus but does nothing. */
  readonly busy?: boolean;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function TouchButton({
  kind = 'secondary',
  large = false,
  busy = false,
  icon,
  children,
  className = '',
  onClick,
  type = 'button',
  ...rest
}: TouchButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`touch-button touch-button--${kind} ${large ? 'touch-button--large' : ''} ${className}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}
