/** Types of visitor as they are offered, and what a visitor of one says, checked against it. */
import type { ChosenType, OfferedType, VisitorType } from '../../../shared/contract/visitor-types.ts';
import { answerFaults, answersTo } from '../../../shared/visitor-answers.ts';
import { canonicalJson } from '../notice/canonical.ts';
import type { Digest } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Stores } from '../stores.ts';

/** Of one language's rules, as a visit says it was shown. */
export function rulesHash(digest: Digest, paragraphs: readonly string[]): string {
  return digest.sha256(canonicalJson(paragraphs));
}

/** In the order of the kiosk. */
export function offeredTypes(stores: Pick<Stores, 'visitorTypes'>, digest: Digest): OfferedType[] {
  return stores.visitorTypes
    .all()
    .filter(({ retiredAt }) => retiredAt === null)
    .map(({ id, version, type }) => ({
      visitorTypeId: id,
      version,
      names: type.names,
      host: type.host,
      company: type.company,
      fields: type.fields,
      rules: Object.fromEntries(
        Object.entries(type.rules).map(([language, paragraphs]) => [
          language,
          { paragraphs, hash: rulesHash(digest, paragraphs) },
        ]),
      ),
    }));
}

/** What a visit keeps of its type. */
export interface VisitType {
  readonly versionSequence: number;
  readonly rulesHash: string | null;
  readonly answers: Readonly<Record<string, string>>;
  /** Whether a card is due; null as the site's settings say. */
  readonly cardDue: boolean | null;
}

/** The faults of answers as fields of the input they came in. */
function refuseAnswers(type: VisitorType, answers: Readonly<Record<string, string>>, path: string): void {
  const faults = Object.entries(answerFaults(type.fields, answers));
  if (faults.length === 0) return;
  const fields = Object.fromEntries(
    faults.map(([fieldId, message]) => [fieldId === '' ? path : `${path}.${fieldId}`, message]),
  );
  throw new Refusal('bad-input', { fields });
}

/** Parsed answers to the fields of a type; throws `Refusal('bad-input')` with their faults under `path`. */
export function checkedAnswers(
  type: VisitorType,
  answers: Readonly<Record<string, string>>,
  path: string,
): Record<string, string> {
  refuseAnswers(type, answers, path);
  const given = Object.entries(answersTo(type.fields).parse(answers));
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/**
 * What a visit keeps of the type its visitor chose, null where the site has none. Throws `Refusal('type-outdated')`
 * where the type is offered no more or in a newer version or was not chosen at all, and `Refusal('bad-input')`.
 */
export function checkedType(
  parts: { readonly stores: Pick<Stores, 'visitorTypes'>; readonly digest: Digest },
  chosen: ChosenType | undefined,
  details: { readonly host: string; readonly company: string },
): VisitType | null {
  const { stores, digest } = parts;
  if (chosen === undefined) {
    if (stores.visitorTypes.all().some(({ retiredAt }) => retiredAt === null))
      throw new Refusal('type-outdated', { fields: { visitorType: 'required' } });
    return null;
  }
  const stored = stores.visitorTypes.byId(chosen.visitorTypeId);
  if (stored === undefined || stored.retiredAt !== null || stored.version !== chosen.version)
    throw new Refusal('type-outdated');
  const { type } = stored;
  const missing = (['company', 'host'] as const).filter(
    (field) => type[field] === 'required' && details[field] === '',
  );
  if (missing.length > 0)
    throw new Refusal('bad-input', {
      fields: Object.fromEntries(missing.map((field) => [field, 'required'])),
    });
  const answers = checkedAnswers(type, chosen.answers, 'visitorType.answers');
  const rules = Object.values(type.rules).map((paragraphs) => rulesHash(digest, paragraphs));
  if (rules.length === 0 ? chosen.rulesHash !== null : !rules.includes(chosen.rulesHash ?? ''))
    throw new Refusal('bad-input', { fields: { 'visitorType.rulesHash': 'required' } });
  return {
    versionSequence: stored.versionSequence,
    rulesHash: chosen.rulesHash,
    answers,
    cardDue: type.card === 'site' ? null : type.card === 'due',
  };
}
