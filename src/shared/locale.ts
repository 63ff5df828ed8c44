/** A language as `Intl` takes it: English as Europe writes it, days before months and 24 hours; the others as they are. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
