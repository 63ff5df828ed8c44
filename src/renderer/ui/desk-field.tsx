/**
 * The console's form fields: label above, hint and fault below, both read out with the field. They take what
 * react-hook-form's `register` gives and know no schema.
 */
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { DeskIcon } from './desk-icon.tsx';

interface FieldWords {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, in words; absent or empty when nothing is. */
  readonly fault?: string | undefined;
  /** Word beside the label of a field that may stay empty. */
  readonly optional?: string | undefined;
}

function FieldFrame({
  label,
  hint,
  fault,
  optional,
  id,
  children,
}: FieldWords & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="desk-field">
      <div className="desk-field__head">
        <label htmlFor={id}>{label}</label>
        {optional ? (
          <span className="desk-field__optional" id={`${id}-optional`}>
            {optional}
          </span>
        ) : null}
      </div>
      {children}
      {fault ? <FieldFault id={`${id}-fault`} words={fault} /> : null}
      {hint ? (
        <div className="desk-field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}

export function FieldFault({ id, words }: { readonly id?: string; readonly words: string }) {
  return (
    <div className="desk-field__fault" id={id} role="alert">
      <DeskIcon name="warning" size={16} />
      <span>{words}</span>
    </div>
  );
}

function describedBy(id: string, { hint, fault, optional }: FieldWords): string | undefined {
  const parts = [];
  if (fault) parts.push(`${id}-fault`);
  if (hint) parts.push(`${id}-hint`);
  if (optional) parts.push(`${id}-optional`);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

export interface DeskFieldProps extends FieldWords, Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  /** Stands after the field, for example a unit. */
  readonly unit?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

export function DeskField({ label, hint, fault, optional, unit, className, ...input }: DeskFieldProps) {
  const id = useId();
  const words = { label, hint, fault, optional };
  const field = (
    <input
      autoComplete="off"
      spellCheck={false}
      {...input}
      id={id}
      className={className ? `desk-input ${className}` : 'desk-input'}
      aria-invalid={fault ? true : undefined}
      aria-describedby={describedBy(id, words)}
    />
  );
  return (
    <FieldFrame {...words} id={id}>
      {unit === undefined ? (
        field
      ) : (
        <div className="desk-input__unit">
          {field}
          <span className="desk-muted">{unit}</span>
        </div>
      )}
    </FieldFrame>
  );
}

export interface DeskTextAreaProps
  extends FieldWords,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> {
  readonly ref?: Ref<HTMLTextAreaElement>;
  /** Enter begins a new paragraph. */
  readonly lines?: boolean;
}

/** A paragraph, or several with `lines`: it grows with what is typed. */
export function DeskTextArea({ label, hint, fault, optional, lines = false, ...area }: DeskTextAreaProps) {
  const id = useId();
  const words = { label, hint, fault, optional };
  return (
    <FieldFrame {...words} id={id}>
      <textarea
        autoComplete="off"
        spellCheck={false}
        {...area}
        id={id}
        className="desk-input desk-input--area"
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, words)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !lines) event.preventDefault();
        }}
      />
    </FieldFrame>
  );
}

export interface DeskSelectProps extends FieldWords, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly ref?: Ref<HTMLSelectElement>;
}

export function DeskSelect({ label, hint, fault, optional, options, ...select }: DeskSelectProps) {
  const id = useId();
  const words = { label, hint, fault, optional };
  return (
    <FieldFrame {...words} id={id}>
      <select
        {...select}
        id={id}
        className="desk-input"
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, words)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** One tick box or radio button with its words; the whole area is the target. */
export function DeskChoice({
  label,
  hint,
  type,
  ...input
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly type: 'checkbox' | 'radio';
  readonly ref?: Ref<HTMLInputElement>;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'id'>) {
  const id = useId();
  return (
    <label className="desk-choice" htmlFor={id}>
      <input {...input} id={id} type={type} aria-describedby={hint ? `${id}-hint` : undefined} />
      <span>
        {label}
        {hint ? (
          <small id={`${id}-hint`} aria-hidden="true">
            {hint}
          </small>
        ) : null}
      </span>
    </label>
  );
}
