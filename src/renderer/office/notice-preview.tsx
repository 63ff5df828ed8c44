/** The notice in force, in each language of the site, as visitors read it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticeView } from '../console/notice-view.tsx';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useSite } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { DeskSheet, printSheet } from '../ui/desk-print.tsx';
import { DeskTabs } from '../ui/desk-tabs.tsx';
import { ownName } from '../words/own-name.ts';

export function NoticePreview() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const site = useSite();
  const [language, setLanguage] = useState(site.defaultLanguage);
  const { data, error } = useCall('notice.current', { language });
  return (
    <>
      <header className="page__head">
        <div>
          <h1>{t('office.view.notice')}</h1>
          <p className="desk-muted">{t('notice.lead')}</p>
        </div>
        <DeskButton icon={<DeskIcon name="printer" />} disabled={!data} onClick={printSheet}>
          {t('register.print')}
        </DeskButton>
      </header>
      <DeskTabs
        as="chips"
        label={t('notice.language')}
        chosen={language}
        onChoose={setLanguage}
        tabs={site.languages.map((each) => ({ name: each, label: ownName(each) }))}
      />
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <div className="desk-card">
          <NoticeView notice={data} />
        </div>
      ) : null}
      {data ? (
        <DeskSheet>
          {() => (
            <>
              <p>
                <bdi>{site.siteName}</bdi>
              </p>
              <NoticeView notice={data} />
            </>
          )}
        </DeskSheet>
      ) : null}
    </>
  );
}
