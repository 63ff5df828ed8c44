/** Acts of the audit that have words of their own: the calls of the contract. Others show their code. */
import { type CallName, isCallName } from '../../shared/contract/contract.ts';

/** A call's name as the words files write it: a dot would start a level of its own there. */
export type AuditActKey = CallName extends infer Name
  ? Name extends `${infer Noun}.${infer Verb}`
    ? `${Noun}-${Verb}`
    : never
  : never;

export function auditActKey(act: string): AuditActKey | null {
  return isCallName(act) ? (act.replace('.', '-') as AuditActKey) : null;
}
