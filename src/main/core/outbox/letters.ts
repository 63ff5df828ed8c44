/** Writes the mails. Pure: what comes in is what the rows say at the moment of sending. */

import { timeSpan } from '../../../shared/contract/planned-events.ts';
import { localeOf } from '../../../shared/locale.ts';
import type { EpochMs, LocalDate } from '../../../shared/vocabulary.ts';
import type { Letter } from './courier.ts';
import { type LetterWords, letterWords } from './letter-words.ts';

export interface House {
  readonly siteName: string;
  readonly contactEmail: string;
  readonly timeZone: string;
}

function wordsOf(language: string): LetterWords {
  const words = letterWords[language] ?? letterWords.en;
  if (words === undefined) throw new Error('there are no English words for mails');
  return words;
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Mail clients know no style sheets of their own pages, so what little there is stands in the elements. */
function page(language: string, body: string): string {
  return `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1c1c1c;max-width:36em">${body}</body></html>`;
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

export interface InvitationFacts {
  readonly language: string;
  readonly name: string;
  readonly email: string;
  readonly host: string;
  readonly validOn: LocalDate;
  /** Local times, or empty. */
  readonly starts: string;
  readonly ends: string;
  readonly typedCode: string;
  readonly scannedCode: string;
}

/** To the visitor: when, where, and the code in both its forms. */
export function invitationLetter(house: House, facts: InvitationFacts): Letter {
  const { language, name, email, host, typedCode } = facts;
  const words = wordsOf(language);
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${facts.validOn}T00:00:00Z`),
  );
  const times = timeSpan(facts.starts, facts.ends);
  const values = { site: house.siteName, contact: house.contactEmail, name, day, host, times };
  const say = (text: string): string => fill(text, values);
  const lead = [
    say(words.greeting),
    say(host === '' ? words.expected : words.expectedByHost),
    ...(times === '' ? [] : [say(words.times)]),
  ];
  const image = `<p><img src="cid:code" width="240" height="240" alt="${escaped(words.image)}"></p>`;
  return {
    to: { name, address: email },
    subject: say(words.invitationSubject),
    text: [...lead, `${words.type} ${typedCode}`, say(words.automatic)].join('\n\n'),
    html: page(
      language,
      `${lead.map(paragraph).join('')}${paragraph(words.show)}${image}${paragraph(words.type)}<p style="font-size:28px;letter-spacing:2px"><strong>${escaped(typedCode)}</strong></p>${paragraph(say(words.automatic))}`,
    ),
    qrText: facts.scannedCode,
  };
}

export interface ArrivalFacts {
  readonly language: string;
  readonly hostName: string;
  readonly hostEmail: string;
  readonly visitorName: string;
  readonly arrivedAt: EpochMs;
}

/** To the host: who came, and when. Nothing else of what the visitor said. */
export function arrivalLetter(house: House, facts: ArrivalFacts): Letter {
  const words = wordsOf(facts.language);
  const time = new Intl.DateTimeFormat(localeOf(facts.language), {
    timeStyle: 'short',
    timeZone: house.timeZone,
  }).format(facts.arrivedAt);
  const values = { site: house.siteName, name: facts.visitorName, time };
  const text = fill(words.arrived, values);
  return {
    to: { name: facts.hostName, address: facts.hostEmail },
    subject: fill(words.arrivalSubject, values),
    text,
    html: page(facts.language, paragraph(text)),
    qrText: null,
  };
}
