/** Something that is on or off, as a whole row to tap. */
import { useId } from 'react';

export function TouchSwitch({
  label,
  text,
  on,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly text: string;
  readonly on: boolean;
  /** Cannot be turned on here; `text` says why. It can still be reached, so that it can be read. */
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-disabled={disabled || undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-text`}
      className="touch-switch"
      onClick={() => {
        if (!disabled || on) onChange(!on);
      }}
    >
      <span className="touch-switch__words">
        <b id={`${id}-label`}>{label}</b>
        <span id={`${id}-text`}>{text}</span>
      </span>
      <i className="touch-switch__track" aria-hidden="true" />
    </button>
  );
}
