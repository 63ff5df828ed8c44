/** A form of touch fields: nothing leaves the page, and Enter first goes through the empty fields. */
import type { ReactNode } from 'react';
import { enterFrom, typedFieldSelector } from '../../ui/touch-typing.ts';

export function FieldForm({
  onSubmit,
  children,
}: {
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}) {
  return (
    <form
      className="form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
      onKeyDown={(event) => {
        const { target } = event;
        if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
        if (!target.matches(typedFieldSelector) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        enterFrom(target);
      }}
    >
      {children}
    </form>
  );
}
