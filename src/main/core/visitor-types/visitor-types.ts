/** The office's calls about types of visitor. What a type asks is in the notice, so each change publishes it anew. */
import { mostTypes, type VisitorType, visitorTypeFaults } from '../../../shared/contract/visitor-types.ts';
import type { EpochMs, VisitorTypeId } from '../../../shared/vocabulary.ts';
import type { Context, Handlers } from '../context.ts';
import { canonicalJson } from '../notice/canonical.ts';
import type { Notices } from '../notice/notices.ts';
import type { Digest } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';

type TypeCalls = 'types.list' | 'types.save' | 'types.arrange' | 'types.retire';

export interface VisitorTypeParts {
  readonly stores: Pick<Stores, 'visitorTypes'>;
  readonly site: Site;
  readonly notices: Pick<Notices, 'renew' | 'inForce'>;
  readonly digest: Digest;
  readonly newId: () => string;
}

/** Stores a new type, the last one offered. Inside a transaction. */
export function addType(
  { stores, digest, newId }: Pick<VisitorTypeParts, 'stores' | 'digest' | 'newId'>,
  type: VisitorType,
  at: EpochMs,
): VisitorTypeId {
  const id = newId() as VisitorTypeId;
  addVersion({ stores, digest }, stores.visitorTypes.insert(id), 1, type, at);
  return id;
}

function addVersion(
  { stores, digest }: Pick<VisitorTypeParts, 'stores' | 'digest'>,
  typeSequence: number,
  version: number,
  type: VisitorType,
  madeAt: EpochMs,
): void {
  const content = canonicalJson(type);
  stores.visitorTypes.addVersion({ typeSequence, version, hash: digest.sha256(content), content, madeAt });
}

/** Throws `Refusal('bad-input')` where the type lacks words in the site's default language. */
export function checkType(type: VisitorType, defaultLanguage: string, path: string): void {
  const faults = Object.entries(visitorTypeFaults(type, defaultLanguage));
  if (faults.length === 0) return;
  throw new Refusal('bad-input', {
    fields: Object.fromEntries(faults.map(([key, message]) => [`${path}.${key}`, message])),
  });
}

export function createVisitorTypes(parts: VisitorTypeParts): Handlers<TypeCalls> {
  const { stores, site, notices } = parts;

  const offered = () => stores.visitorTypes.all().filter(({ retiredAt }) => retiredAt === null);

  function byId(id: VisitorTypeId) {
    return stores.visitorTypes.byId(id) ?? notFound();
  }

  function requireRoom(): void {
    if (offered().length >= mostTypes) throw new Refusal('bad-input', { fields: { '': 'types-many' } });
  }

  /** Tells the screens, and publishes the notice where it says something else now. */
  function changed(context: Context): number {
    notices.renew(context.at, 'settings');
    context.changed('site', 'notice');
    return notices.inForce().version;
  }

  return {
    'types.list'() {
      const { languages, defaultLanguage } = site.require().settings;
      return {
        types: stores.visitorTypes.all().map(({ id, version, retiredAt, madeAt, type }) => ({
          visitorTypeId: id,
          version,
          retired: retiredAt !== null,
          changedAt: madeAt,
          type,
        })),
        languages,
        defaultLanguage,
      };
    },

    'types.save'({ visitorTypeId, version, type }, context) {
      checkType(type, site.require().settings.defaultLanguage, 'type');
      if (visitorTypeId === null) {
        requireRoom();
        const id = addType(parts, type, context.at);
        context.note(id, 'version 1');
        return { visitorTypeId: id, version: 1, noticeVersion: changed(context) };
      }
      const stored = byId(visitorTypeId);
      if (stored.version !== version || stored.retiredAt !== null) throw new Refusal('type-outdated');
      // The same once more is no new version, and no visitor has to answer again for it.
      const same = canonicalJson(stored.type) === canonicalJson(type);
      const now = same ? version : version + 1;
      if (!same) addVersion(parts, stored.sequence, now, type, context.at);
      context.note(visitorTypeId, `version ${now}`);
      return { visitorTypeId, version: now, noticeVersion: changed(context) };
    },

    'types.arrange'({ visitorTypeIds }, context) {
      const sequences = new Map(offered().map(({ id, sequence }) => [id, sequence]));
      const complete =
        sequences.size === visitorTypeIds.length && sequences.size === new Set(visitorTypeIds).size;
      if (!complete || !visitorTypeIds.every((id) => sequences.has(id))) throw new Refusal('type-outdated');
      visitorTypeIds.forEach((id, position) => {
        stores.visitorTypes.setPosition(sequences.get(id) ?? 0, position);
      });
      changed(context);
      return {};
    },

    'types.retire'({ visitorTypeId, retired }, context) {
      const stored = byId(visitorTypeId);
      if (!retired && stored.retiredAt !== null) requireRoom();
      stores.visitorTypes.setRetired(stored.sequence, retired ? (stored.retiredAt ?? context.at) : null);
      context.note(visitorTypeId, retired ? 'retired' : 'offered');
      return { noticeVersion: changed(context) };
    },
  };
}

function notFound(): never {
  throw new Refusal('not-found');
}
