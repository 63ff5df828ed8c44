/** The calls about the audit. */
import type { Audit } from './audit.ts';
import type { Handlers } from './context.ts';
import type { Stores } from './stores.ts';

const pageSize = 50;

export function createAuditCalls(
  { audit }: Pick<Stores, 'audit'>,
  { flush }: Pick<Audit, 'flush'>,
): Handlers<'audit.entries'> {
  return {
    'audit.entries'({ before }, context) {
      flush();
      const entries = audit.page(before, pageSize + 1);
      context.note(null);
      return { entries: entries.slice(0, pageSize), more: entries.length > pageSize };
    },
  };
}
