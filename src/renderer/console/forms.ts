/** What the console's forms share: faults that the core found go beside the fields they name. */
import type { FieldErrors, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { Refused } from '../../shared/reply.ts';

/**
 * Puts the refusal's faults beside their fields and focuses the first; `known` are the fields the form shows.
 * True when every fault has found its field, so that nothing more needs saying.
 */
export function placeFaults<Values extends FieldValues, Context, Output>(
  form: UseFormReturn<Values, Context, Output>,
  refused: Refused,
): boolean {
  const faults = Object.entries(refused.fields ?? {}).filter(([path]) => path !== '');
  faults.forEach(([path, message], index) => {
    form.setError(path as FieldPath<Values>, { type: 'core', message }, { shouldFocus: index === 0 });
  });
  return faults.length > 0 && !Object.hasOwn(refused.fields ?? {}, '');
}

/** The fault code at a dotted path. */
export function faultAt(errors: FieldErrors, path: string): string | undefined {
  let found: unknown = errors;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  const message = (found as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? message : undefined;
}

/** How many fields are at fault. */
export function countFaults(errors: FieldErrors): number {
  return Object.entries(errors).reduce((count, [key, value]) => {
    if (key === 'root' || typeof value !== 'object' || value === null) return count;
    return typeof (value as { type?: unknown }).type === 'string'
      ? count + 1
      : count + countFaults(value as FieldErrors);
  }, 0);
}
