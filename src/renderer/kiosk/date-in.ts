/** A day in words: `2 March 2026` at the site, in the language of the screen. */
export function dateIn(language: string, timeZone: string, at: number): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' }).format(at);
}
