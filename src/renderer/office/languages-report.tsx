/** Where the words of each language of the kiosk come from, and what is wrong with the site's own files. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { DeskCopy } from '../ui/desk-copy.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { DeskTable } from '../ui/desk-table.tsx';
import { ownName } from '../words/own-name.ts';

type Report = CallOutput<'words.report'>;
type ReportedLanguage = Report['languages'][number];

/** Missing texts as the file has them, `{ kiosk: { attract: … } }`. */
export function wordFileOf(texts: readonly { readonly key: string; readonly english: string }[]): string {
  type Tree = { [key: string]: string | Tree };
  const file: Tree = {};
  for (const { key, english } of texts) {
    const path = key.split('.');
    let at = file;
    for (const step of path.slice(0, -1)) {
      const inner = at[step];
      const next: Tree = typeof inner === 'object' ? inner : {};
      at[step] = next;
      at = next;
    }
    at[path.at(-1) ?? ''] = english;
  }
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function LanguagesReport() {
  const { t } = useTranslation('console');
  const refusalWords = useRefusalWords();
  const title = useId();
  const { data, error } = useCall('words.report', {});
  return (
    <section className="desk-card languages" aria-labelledby={title}>
      <h2 id={title}>{t('languages.title')}</h2>
      <p className="desk-muted">{t('languages.lead')}</p>
      {error ? <DeskMessage tone="bad">{refusalWords(error)}</DeskMessage> : null}
      {data ? (
        <DeskTable>
          <thead>
            <tr>
              <th scope="col">{t('languages.language')}</th>
              <th scope="col">{t('languages.source')}</th>
              <th scope="col">{t('languages.state')}</th>
            </tr>
          </thead>
          <tbody>
            {data.languages.map((language) => (
              <tr key={language.language}>
                <th scope="row" lang={language.language}>
                  {ownName(language.language)}
                </th>
                <td>
                  {t(`languages.sources.${language.source}`)}
                  {language.own > 0 ? <small>{t('languages.own', { count: language.own })}</small> : null}
                </td>
                <td>
                  <LanguageState language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </DeskTable>
      ) : null}
      {data && data.files.length > 0 ? (
        <DeskMessage tone="bad">
          {t('languages.file')}
          <ul>
            {data.files.map(({ name, fault }) => (
              <li key={name}>
                <bdi>{name}</bdi>: {t(`languages.fault.${fault}`)}
              </li>
            ))}
          </ul>
        </DeskMessage>
      ) : null}
    </section>
  );
}

function LanguageState({ language }: { readonly language: ReportedLanguage }) {
  const { t, i18n } = useTranslation('console');
  const { missing, unknown, faults, noticeLanguage } = language;
  const whole = faults.find(({ key }) => key === '');
  const texts = faults.filter(({ key }) => key !== '');
  const nameOf = (code: string): string =>
    new Intl.DisplayNames([i18n.language], { type: 'language' }).of(code) ?? code;
  return (
    <>
      {missing.length + faults.length + unknown.length === 0 ? <p>{t('languages.complete')}</p> : null}
      {whole ? (
        <p className="languages__bad">
          {t('languages.unused')}. {t(`languages.fault.${whole.fault}`)}
        </p>
      ) : null}
      {texts.length > 0 ? (
        <details>
          <summary className="languages__bad">{t('languages.faults', { count: texts.length })}</summary>
          <ul>
            {texts.map(({ key, fault }) => (
              <li key={key}>
                <code>{key}</code>: {t(`languages.fault.${fault}`)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {unknown.length > 0 ? (
        <details>
          <summary className="languages__bad">{t('languages.unknown', { count: unknown.length })}</summary>
          <ul>
            {unknown.map((key) => (
              <li key={key}>
                <code>{key}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {missing.length > 0 ? (
        <details>
          <summary>{t('languages.english', { count: missing.length })}</summary>
          <DeskCopy
            text={wordFileOf(missing)}
            label={t('languages.copy')}
            name={t('languages.skeleton')}
            copied={t('languages.copied')}
            marked={t('languages.marked')}
          />
        </details>
      ) : null}
      {noticeLanguage === language.language ? null : (
        <p>{t('languages.noticeIn', { language: nameOf(noticeLanguage) })}</p>
      )}
    </>
  );
}
