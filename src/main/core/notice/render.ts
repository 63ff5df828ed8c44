/** The notice as text: register, site and language in, layers out. The same input always makes the same bytes. */
import type { NoticeContent, NoticeSection } from '../../../shared/contract/notice.ts';
import type { EntryWords, Register, RegisterEntry } from '../../../shared/contract/register.ts';
import type { RetentionSettings } from '../../../shared/contract/retention.ts';
import type { SiteState } from '../site/site.ts';
import { type AskedByTypes, askedPurposes, dataOfTypes, nothingAsked } from './asked-by-types.ts';
import { readableWords } from './catalogue.ts';
import { type FactLabel, type NoticeWords, wordsOf } from './words.ts';

/** `register` holds the core entries; throws for a language without fixed words. */
export function renderNotice(
  register: Register,
  site: SiteState,
  language: string,
  asked: AskedByTypes = nothingAsked,
): NoticeContent {
  const words = wordsOf(language);
  if (words === undefined) throw new Error('a language without a notice');
  const { controller, defaultLanguage } = site.settings;
  const { retention } = site;
  const read = (entry: RegisterEntry) => readableWords(entry, language, [defaultLanguage, 'en']);
  const on = register.entries.filter((entry) => entry.on);
  const visits = on.find(({ entryId }) => entryId === 'visits');
  const purpose = visits && read(visits)?.words.purpose;
  if (visits === undefined || purpose === undefined) throw new Error('a register without the visits');
  const further = on.filter(({ entryId }) => entryId !== 'visits' && entryId !== 'access-cards');
  const longest = Math.max(retention.visitDays, retention.cardLinkDays);
  const { short } = words;
  /** What the types of visitor add to the data and the purpose of the visits. */
  const withTypes = (section: NoticeSection): NoticeSection => {
    const more: Readonly<Record<string, readonly string[]>> = {
      [words.labels.data]: dataOfTypes(asked, words, language, defaultLanguage),
      [words.labels.purpose]: askedPurposes(asked, language, defaultLanguage),
    };
    const facts = section.facts.map(({ label, text }) => ({
      label,
      text: [text, ...(more[label] ?? [])].join(' '),
    }));
    return { ...section, facts };
  };
  return {
    title: words.title,
    lead: words.lead(controller.name),
    points: [
      {
        about: 'data',
        title: short.data.title,
        text: asked.fields.length > 0 ? short.data.textWithDetails : short.data.text,
      },
      {
        about: 'purpose',
        title: short.purpose.title,
        text: short.purpose.text(purpose, basisNames(visits, words)),
      },
      {
        about: 'retention',
        title: short.retention.title(retention.contactDays),
        text: short.retention.text(longest > retention.contactDays ? longest : null),
      },
      {
        about: 'rights',
        title: short.rights.title,
        text: short.rights.text(controller.contactEmail),
      },
    ],
    also:
      further.length === 0
        ? ''
        : short.also(further.flatMap((entry) => read(entry)?.words.title ?? []).join(', ')),
    sections: [
      plain(words.responsible.heading, [
        words.responsible.who(controller.name, controller.registrationNumber, controller.address),
        words.responsible.contact(controller.contactEmail, controller.contactPhone),
      ]),
      ...inOrder(on).flatMap((entry) => {
        const found = read(entry);
        if (found === undefined) return [];
        const section = entrySection(entry, found, words, retention, language);
        return [entry.entryId === 'visits' ? withTypes(section) : section];
      }),
      plain(words.access.heading, words.access.paragraphs),
      plain(words.rights.heading, [
        words.rights.what,
        ...(on.some(({ legalBases }) => legalBases.includes('consent')) ? [words.rights.withdrawal] : []),
        words.rights.how(controller.contactEmail),
        words.rights.complaint(controller.authority),
      ]),
    ],
  };
}

/** What the kiosk itself processes comes first. */
function inOrder(entries: readonly RegisterEntry[]): RegisterEntry[] {
  return [...entries.filter(({ atKiosk }) => atKiosk), ...entries.filter(({ atKiosk }) => !atKiosk)];
}

function plain(heading: string, paragraphs: readonly string[]): NoticeSection {
  return { heading, paragraphs: [...paragraphs], facts: [], language: null };
}

function basisNames({ legalBases }: RegisterEntry, words: NoticeWords): string {
  return capitalised(legalBases.map((basis) => words.bases[basis].name).join('; '));
}

function basesOf({ legalBases }: RegisterEntry, words: NoticeWords): string {
  const named = legalBases.map((basis) => `${words.bases[basis].name}, ${words.bases[basis].article}`);
  return capitalised(named.join('; '));
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function entrySection(
  entry: RegisterEntry,
  found: { readonly words: EntryWords; readonly language: string },
  fixed: NoticeWords,
  retention: RetentionSettings,
  language: string,
): NoticeSection {
  const said = found.words;
  const facts: readonly (readonly [FactLabel, string])[] = [
    ['purpose', said.purpose],
    ['data', said.data],
    ['people', said.people],
    ['source', said.source],
    ['basis', `${basesOf(entry, fixed)}.`],
    ['interest', entry.legalBases.includes('legitimate-interests') ? said.interest : ''],
    ['recipients', said.recipients === '' ? fixed.nobody : said.recipients],
    ['transfers', transferOf(entry, said, fixed)],
    ['retention', retentionOf(entry, said, fixed, retention)],
  ];
  return {
    heading: said.title,
    paragraphs: [
      ...(found.language === language ? [] : [fixed.untranslated]),
      ...(entry.entryId === 'visits' ? fixed.visitsNote : []),
    ],
    facts: facts
      .filter(([, text]) => text !== '')
      .map(([label, text]) => ({ label: fixed.labels[label], text })),
    language: found.language === language ? null : found.language,
  };
}

function transferOf({ transfer }: RegisterEntry, said: EntryWords, fixed: NoticeWords): string {
  return transfer === 'none' ? fixed.transfers.none : `${said.transfers} ${fixed.transfers[transfer]}`;
}

/** The core entries' retention is the retention in force and nothing anyone typed. */
function retentionOf(
  { entryId }: RegisterEntry,
  said: EntryWords,
  fixed: NoticeWords,
  { contactDays, visitDays, cardLinkDays }: RetentionSettings,
): string {
  if (entryId === 'visits') return fixed.retention.visits(contactDays, visitDays);
  if (entryId === 'access-cards') return fixed.retention.cards(cardLinkDays);
  return said.retention;
}
