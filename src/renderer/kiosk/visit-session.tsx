/**
 * One visitor's time at the kiosk, from the welcome to the thanks. Everything they type, choose and are answered
 * is state of this component, so that taking it off the screen is forgetting it.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { VisitorDetails } from '../../shared/contract/visits.ts';
import type { Refused } from '../../shared/reply.ts';
import { faultsOfAnswers } from '../../shared/visitor-answers.ts';
import type { InvitationId, VisitId } from '../../shared/vocabulary.ts';
import { TouchKeyboard } from '../ui/touch-keyboard.tsx';
import { setLanguage } from '../words/words.ts';
import { AccessibilityPanel } from './accessibility-panel.tsx';
import { useCodeEntry } from './code-entry.ts';
import type { Connection } from './connection.ts';
import type { Display } from './display.ts';
import { isPlain, plainModes, showModes } from './display-modes.ts';
import { firstNameOf } from './first-name.ts';
import {
  type FieldName,
  type FlowEvent,
  follow,
  hasFields,
  mostCodeTries,
  noticeIsLast,
  questionOf,
  questionsOf,
  screenOf,
  start,
} from './flow.ts';
import { useIdle } from './idle.ts';
import { IdleDialog } from './idle-dialog.tsx';
import { useKeyNames } from './key-names.ts';
import { firstLanguage, keyboardOf, offeredLanguages } from './kiosk-languages.ts';
import { useListening } from './listen/use-listening.ts';
import { readingAt, useNotice } from './notice-in-force.ts';
import { type Farewell, useReturnSlot } from './return-slot.ts';
import { LostScreen } from './screens/lost-screen.tsx';
import { ScreenOf } from './screens/screen-of.tsx';
import {
  type Arrival,
  type Session,
  SessionContext,
  type Site,
  type TypedDetails,
} from './session-context.ts';
import { newVisitId } from './visit-id.ts';
import { chosenTypeOf, useVisitType } from './visit-type.ts';
import { useVisitorRefusalWords } from './visitor-refusals.ts';

/** WCAG 2.2.1: longer than twenty hours is no time limit. Then even what was left behind by mistake goes. */
const unhurriedSeconds = 20 * 60 * 60 + 1;
const nothingTyped: TypedDetails = {
  name: '',
  email: '',
  phone: '',
  company: '',
  host: '',
  hostId: undefined,
};

/** Ends with the session: an answer that comes later is nobody's. */
function useSessionSignal(): () => AbortSignal {
  const abort = useRef(new AbortController());
  useEffect(() => {
    if (abort.current.signal.aborted) abort.current = new AbortController();
    return () => abort.current.abort();
  }, []);
  return () => abort.current.signal;
}

export function VisitSession({
  site,
  lost,
  display,
  connection,
  onEnd,
}: {
  readonly site: Site;
  readonly lost: boolean;
  readonly display: Display;
  readonly connection: Connection;
  readonly onEnd: () => void;
}) {
  const keyNames = useKeyNames();
  const { t, i18n } = useTranslation('kiosk');
  const refusalWords = useVisitorRefusalWords();
  const signal = useSessionSignal();
  const [place, proceed] = useReducer(follow, start);
  const screen = screenOf(place);
  const [chosen, setChosen] = useState<string | null>(null);
  const [modes, setModes] = useState(plainModes);
  const [panelOpen, setPanelOpen] = useState(false);
  const [visitId, setVisitId] = useState<VisitId | null>(null);
  const [invitationId, setInvitationId] = useState<InvitationId | null>(null);
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const [farewell, setFarewell] = useState<Farewell | null>(null);
  // The next goodbye is a screen of its own, with all its time before it.
  const [goodbyes, setGoodbyes] = useState(0);
  const visitType = useVisitType();
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState('');
  const form = useForm<TypedDetails, unknown, VisitorDetails>({
    resolver: zodResolver(VisitorDetails),
    defaultValues: nothingTyped,
    shouldFocusError: false,
  });

  const languages = useMemo(() => offeredLanguages(site), [site]);
  const language = chosen ?? firstLanguage(site);
  const notice = useNotice(connection, language, visitId !== null, readingAt(place));

  useEffect(() => void setLanguage(language), [language]);
  useEffect(() => showModes(modes), [modes]);
  useEffect(() => () => showModes(plainModes), []);

  const clearsItself = screen === 'done' || screen === 'signed-out';
  const turnListeningOn = useCallback(() => setModes((now) => ({ ...now, listen: true })), []);
  const listening = useListening(modes.listen, turnListeningOn);
  const { secondsLeft, stay } = useIdle({
    active: !clearsItself && (screen !== 'attract' || chosen !== null || !isPlain(modes) || panelOpen),
    idleSeconds: site.kiosk.idleSeconds,
    countdownSeconds: modes.unhurried ? unhurriedSeconds : site.kiosk.countdownSeconds,
    onGone: onEnd,
  });

  const go = (event: FlowEvent): void => {
    setTrouble('');
    proceed(event);
  };

  function begin(): void {
    setVisitId((made) => made ?? newVisitId());
  }

  const code = useCodeEntry({
    connection,
    screen,
    triesLeft: place.context.missedCodes < mostCodeTries,
    mayBegin: !site.storageLow,
    mayUseCamera: site.cameraReadsCodes && !site.away,
    resting: lost || secondsLeft !== null,
    signal,
    follow: go,
    onOpened({ invitationId: opened, hostId, visitorTypeId, ...details }) {
      form.reset({ ...details, hostId: hostId ?? undefined });
      setInvitationId(opened);
      begin();
      const type = site.visitorTypes.find((offered) => offered.visitorTypeId === visitorTypeId);
      visitType.forget();
      if (type === undefined) return { asksType: site.visitorTypes.length > 0 };
      return { demands: visitType.choose(type) };
    },
  });

  const typed = screen !== 'detail' || visitType.isTyped(place.context.detail);
  const typing = hasFields(screen) && typed && !code.camera.on;

  function signedOut(how: Farewell): void {
    setPanelOpen(false);
    setFarewell(how);
    setGoodbyes((number) => number + 1);
    go({ type: 'signed-out' });
  }
  const slotNotice = useReturnSlot(connection, screen, signedOut);

  function refused(reply: Refused): void {
    const fields = Object.keys(reply.fields ?? {}).filter((field): field is FieldName =>
      Object.hasOwn(questionOf, field),
    );
    const [first] = fields;
    const answerFaults = faultsOfAnswers(reply);
    const detail = visitType.chosen?.fields.findIndex(({ fieldId }) => fieldId in answerFaults) ?? -1;
    if (reply.code === 'notice-outdated') {
      notice.reload(true);
      go({ type: 'notice-renewed' });
    } else if (reply.code === 'type-outdated') {
      // What is asked now stands in the notice of now.
      notice.reload(false);
      visitType.expire();
      go({ type: 'type-renewed' });
    } else if (detail >= 0) {
      visitType.setFaults(answerFaults);
      go({ type: 'change', question: 'detail', detail });
    } else if (first !== undefined) {
      go({ type: 'change', question: questionOf[first] });
      for (const field of fields) form.setError(field, { message: reply.fields?.[field] ?? 'unknown' });
    } else setTrouble(refusalWords(reply));
  }

  async function send(details: VisitorDetails): Promise<void> {
    if (sending || visitId === null || notice.current === null) return;
    const { noticeId, language: noticeLanguage } = notice.current;
    setSending(true);
    setTrouble('');
    // The id is the same every time, so asking again after a silence registers nobody twice.
    const message = {
      ...details,
      visitId,
      noticeId,
      language: noticeLanguage,
      ...(invitationId && { invitationId }),
      ...chosenTypeOf(visitType, i18n.language, site.defaultLanguage),
    };
    const reply = await connection.askPatiently('visits.arrive', message, signal());
    if (reply === null) return;
    setSending(false);
    if (!reply.ok) return refused(reply);
    const { cardDue, queued = false } = reply.value;
    setArrival({ firstName: firstNameOf(details.name), cardDue, queued });
    form.reset(nothingTyped);
    visitType.forget();
    go({ type: reply.value.seeReception ? 'see-reception' : 'registered' });
  }

  const session: Session = {
    site,
    connection,
    visitId,
    screen,
    steps: questionsOf(place),
    detail: place.context.detail,
    typing,
    visitType,
    code,
    form,
    notice,
    arrival,
    languages,
    modes,
    listening,
    sending,
    trouble,
    farewell,
    slotNotice,
    follow: go,
    signIn() {
      begin();
      go({ type: 'sign-in', asksType: site.visitorTypes.length > 0 });
    },
    back() {
      // Whoever has been registered and goes back has finished: the next sign-in is another visit.
      if (arrival !== null) return onEnd();
      code.abandon();
      // Another code is another visitor's details.
      if (screen === 'invited') {
        form.reset(nothingTyped);
        visitType.forget();
        setInvitationId(null);
      }
      go({ type: 'back' });
    },
    end: onEnd,
    openAccessibility: () => setPanelOpen(true),
    chooseLanguage: setChosen,
    confirm: () =>
      form.handleSubmit(send, (faults) => {
        const first = (Object.keys(questionOf) as FieldName[]).find((field) => faults[field]);
        if (first !== undefined) go({ type: 'change', question: questionOf[first] });
      })(),
    confirmsAtNotice: noticeIsLast(place),
    signedOut,
  };

  return (
    <SessionContext value={session}>
      <div className="kiosk" hidden={lost}>
        <ScreenOf key={`${screen} ${screen === 'detail' ? place.context.detail : goodbyes}`} />
        {typing ? (
          <TouchKeyboard
            language={keyboardOf(site, i18n.language)}
            room={{ narrow: display.narrow, tall: !display.compact }}
            names={keyNames}
          />
        ) : null}
      </div>
      <div className="unseen" role="status">
        {slotNotice === null ? '' : t(`slot.notice.${slotNotice}`)}
      </div>
      {lost ? <LostScreen kept={screen !== 'attract'} /> : null}
      {panelOpen ? (
        <AccessibilityPanel
          modes={modes}
          hasVoice={listening.hasVoice}
          onChange={setModes}
          onClose={() => setPanelOpen(false)}
        />
      ) : null}
      {secondsLeft === null ? null : (
        <IdleDialog secondsLeft={modes.unhurried ? null : secondsLeft} onStay={stay} onEnd={onEnd} />
      )}
    </SessionContext>
  );
}
