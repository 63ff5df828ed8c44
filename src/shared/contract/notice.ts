/** The privacy notice: information a visitor reads, never a consent. */
import { z } from 'zod';
import { Language, NoticeId } from '../vocabulary.ts';
import { query } from './definition.ts';

export const NoticePoint = z.strictObject({
  /** Which picture stands beside it. */
  about: z.enum(['data', 'purpose', 'retention', 'rights']),
  title: z.string(),
  text: z.string(),
});

export const NoticeContent = z.strictObject({
  title: z.string(),
  /** The short layer, on the kiosk's screen. */
  points: z.array(NoticePoint),
  /** The full text, one tap away. */
  sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })),
});
export type NoticeContent = z.output<typeof NoticeContent>;

export const notice = {
  'notice.current': query({
    summary: 'The notice in force in a language of the site.',
    access: ['kiosk', 'reception', 'security', 'privacy', 'administrator'],
    input: z.strictObject({ language: Language }),
    output: z.strictObject({
      noticeId: NoticeId,
      version: z.number().int(),
      language: Language,
      /** SHA-256 of the content, hexadecimal; recorded with every visit through the notice's id. */
      hash: z.string(),
      content: NoticeContent,
    }),
  }),
} as const;
