/** The calls about the audit. */
import type { Handlers } from './context.ts';
import type { Stores } from './stores.ts';

const pageSize = 50;

export function createAuditCalls({ audit }: Pick<Stores, 'audit'>): Handlers<'audit.entries'> {
  return {
    'audit.entries'({ before }, context) {
      const entries = audit.page(before, pageSize + 1);
      context.note(null);
      return { entries: entries.slice(0, pageSize), more: entries.length > pageSize };
    },
  };
}
