/**
 * Reception registers a visitor who does not use the kiosk: the visitor is shown the notice in their language, on
 * this screen or on paper, and the receptionist says so by registering them.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { VisitorDetails } from '../../shared/contract/visits.ts';
import { faultsOfAnswers } from '../../shared/visitor-answers.ts';
import { placeFaults } from '../console/forms.ts';
import { newVisitId } from '../console/new-visit-id.ts';
import { NoticeView } from '../console/notice-view.tsx';
import { go } from '../console/place.ts';
import { useCall, useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useSite } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskChoice, DeskSelect, FieldFault } from '../ui/desk-field.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { DeskSheet, printSheet } from '../ui/desk-print.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { ownName } from '../words/own-name.ts';
import { DeskTypeFields, useDeskType } from './desk-type.tsx';
import { emptyVisitor, VisitorFields } from './visitor-fields.tsx';

export function RegisterVisitor() {
  const { t } = useTranslation('console');
  const site = useSite();
  const words = useRefusalWords();
  const toast = useToast();
  const [language, setLanguage] = useState(site.defaultLanguage);
  const [shown, setShown] = useState(false);
  const [missed, setMissed] = useState(false);
  const type = useDeskType();
  const notice = useCall('notice.current', { language });
  const { run, busy, refused } = useCommand('visits.arrive');
  // One id for one visitor, however often the message has to be sent.
  const visitId = useRef(newVisitId());
  const form = useForm({ resolver: zodResolver(VisitorDetails), defaultValues: emptyVisitor });
  useEffect(() => form.setFocus('name'), [form]);

  const register = form.handleSubmit(
    async (values) => {
      setMissed(!shown);
      const visitorType = type.check(language);
      if (!shown || visitorType === null || !notice.data) return;
      const { noticeId } = notice.data;
      const reply = await run({ ...values, visitId: visitId.current, language, noticeId, visitorType });
      if (reply.ok) {
        const { seeReception, cardDue } = reply.value;
        toast(t(seeReception ? 'register.seeReception' : cardDue ? 'register.doneCardDue' : 'register.done'));
        go('reception');
        return;
      }
      if (reply.code === 'notice-outdated') {
        setShown(false);
        void notice.refetch();
      }
      const faults = faultsOfAnswers(reply);
      if (Object.keys(faults).length > 0) type.setFaults(faults);
      else placeFaults(form, reply);
    },
    () => {
      setMissed(!shown);
      type.check(language);
    },
  );

  return (
    <div className="page__scroll">
      <FormProvider {...form}>
        <form className="register" noValidate onSubmit={(event) => void register(event)}>
          <section className="desk-card">
            <h2>{t('register.details')}</h2>
            <VisitorFields />
          </section>
          {site.visitorTypes.length > 0 ? (
            <section className="desk-card">
              <h2>{t('kind.label')}</h2>
              <DeskTypeFields type={type} language={language} />
            </section>
          ) : null}
          <section className="desk-card">
            <div className="register__notice-head">
              <h2>{t('register.notice')}</h2>
              <DeskSelect
                label={t('register.language')}
                value={language}
                options={site.languages.map((each) => ({ value: each, label: ownName(each) }))}
                onChange={(event) => {
                  setLanguage(event.target.value);
                  setShown(false);
                  // The rules stand in another language now.
                  type.setRulesShown(false);
                }}
              />
              <DeskButton icon={<DeskIcon name="printer" />} disabled={!notice.data} onClick={printSheet}>
                {t('register.print')}
              </DeskButton>
            </div>
            {notice.error ? <DeskMessage tone="bad">{words(notice.error)}</DeskMessage> : null}
            {notice.data ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by key
              <section className="register__notice" aria-label={t('register.notice')} tabIndex={0}>
                <NoticeView notice={notice.data} />
              </section>
            ) : null}
            <div className="desk-field">
              <DeskChoice
                type="checkbox"
                label={t('register.shown')}
                hint={t('register.shownHint')}
                checked={shown}
                onChange={(event) => {
                  setShown(event.target.checked);
                  setMissed(false);
                }}
              />
              {missed ? <FieldFault words={t('register.shownMissing')} /> : null}
            </div>
          </section>
          {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
          <div className="desk-actions">
            <DeskButton type="submit" kind="primary" large busy={busy}>
              {t('register.register')}
            </DeskButton>
            <DeskButton large onClick={() => go('reception')}>
              {t('form.cancel')}
            </DeskButton>
          </div>
        </form>
      </FormProvider>
      {notice.data ? (
        <DeskSheet>
          {() => (
            <>
              <p>
                <bdi>{site.siteName}</bdi>
              </p>
              {notice.data ? <NoticeView notice={notice.data} /> : null}
            </>
          )}
        </DeskSheet>
      ) : null}
    </div>
  );
}
