/** The office's draft of the register: what is being written, what it would change, and publishing it. */
import { NoticeContent } from '../../../shared/contract/notice.ts';
import { Register } from '../../../shared/contract/register.ts';
import type { Handlers } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { askedBy } from './asked-by-types.ts';
import { catalogueByLanguage, completed } from './catalogue.ts';
import type { Notices } from './notices.ts';
import { registerChanges, registerFaults, untranslated } from './register.ts';
import { renderNotice } from './render.ts';
import { noticeLanguagesOf } from './words.ts';

type DraftCalls =
  | 'notice.draft'
  | 'notice.preview'
  | 'notice.saveDraft'
  | 'notice.discardDraft'
  | 'notice.publish';

/** Throws `Refusal('bad-input')` with the faults beside `register`. */
function checkRegister(register: Register): void {
  const faults = Object.entries(registerFaults(register));
  if (faults.length === 0) return;
  const fields = Object.fromEntries(faults.map(([path, message]) => [`register.${path}`, message]));
  throw new Refusal('bad-input', { fields });
}

export function createNoticeDraft(parts: {
  readonly stores: Stores;
  readonly site: Site;
  readonly notices: Notices;
}): Handlers<DraftCalls> {
  const { stores, site, notices } = parts;

  function draft() {
    const stored = stores.notices.draft();
    return {
      ...stored,
      register:
        stored.register === null
          ? notices.register()
          : completed(Register.parse(JSON.parse(stored.register))),
    };
  }

  /** Everyone who edits says which draft they saw. */
  function requireRevision(revision: number): ReturnType<typeof draft> {
    const current = draft();
    if (current.revision !== revision) throw new Refusal('draft-outdated');
    return current;
  }

  return {
    'notice.draft'() {
      const languages = noticeLanguagesOf(site.require().settings.languages);
      const { revision, savedAt, register } = draft();
      const { version, hash, publishedAt } = notices.inForce();
      const published = notices.register();
      return {
        revision,
        savedAt,
        register,
        published: { version, hash, publishedAt, register: published },
        differs: notices.make(register).hash !== hash,
        changes: registerChanges(published, register),
        languages,
        untranslated: untranslated(register, languages),
        catalogue: catalogueByLanguage(),
      };
    },

    'notice.preview'({ language, register }) {
      const state = site.require();
      if (!noticeLanguagesOf(state.settings.languages).includes(language)) throw new Refusal('not-found');
      checkRegister(register);
      return { content: NoticeContent.parse(renderNotice(register, state, language, askedBy(stores))) };
    },

    'notice.saveDraft'({ revision, register }, context) {
      const before = requireRevision(revision);
      checkRegister(register);
      stores.notices.writeDraft(JSON.stringify(register), context.at);
      const touched = registerChanges(before.register, register).map(({ entryId }) => entryId);
      context.note(null, [`revision ${revision + 1}`, ...new Set(touched)].join(' '));
      context.changed('notice');
      return { revision: revision + 1 };
    },

    'notice.discardDraft'({ revision }, context) {
      requireRevision(revision);
      stores.notices.writeDraft(null, context.at);
      context.note(null, `revision ${revision + 1}`);
      context.changed('notice');
      return { revision: revision + 1 };
    },

    'notice.publish'({ revision }, context) {
      const { register } = requireRevision(revision);
      checkRegister(register);
      const published = notices.publish(register, context.at, 'office');
      if (published === null) throw new Refusal('nothing-to-publish');
      stores.notices.writeDraft(null, context.at);
      const { version, hash, publishedAt } = published;
      context.note(null, `version ${version} ${hash}`);
      context.changed('notice');
      return { version, hash, publishedAt };
    },
  };
}
