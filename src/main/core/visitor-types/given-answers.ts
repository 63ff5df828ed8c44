/** What a visit says of its type, in words for staff. */
import { type GivenAnswer, inLanguage, type VisitorType } from '../../../shared/contract/visitor-types.ts';

/** The name of the type as it was; the site's default language first. */
export function typeName(type: VisitorType, defaultLanguage: string): string {
  return inLanguage(type.names, defaultLanguage, [])?.words ?? '';
}

/** Every field of the type in its order; a field nobody answered is empty. */
export function givenAnswers(
  type: VisitorType,
  answers: Readonly<Record<string, string>>,
  defaultLanguage: string,
): GivenAnswer[] {
  return type.fields.map(({ fieldId, kind, required, words, options }) => {
    const value = answers[fieldId] ?? '';
    const named = options.map(({ optionId, words }) => ({
      optionId,
      words: inLanguage(words, defaultLanguage, [])?.words ?? '',
    }));
    return {
      fieldId,
      label: inLanguage(words, defaultLanguage, [])?.words.label ?? '',
      kind,
      required,
      value,
      text: named.find(({ optionId }) => optionId === value)?.words ?? value,
      options: named,
    };
  });
}
