/**
 * One visitor's time at the kiosk, from the welcome to the thanks. Everything they type, choose and are answered
 * is state of this component, so that taking it off the screen is forgetting it.
 */
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { VisitorDetails } from '../../shared/contract/visits.ts';
import type { Refused } from '../../shared/reply.ts';
import { faultsOfAnswers } from '../../shared/visitor-answers.ts';
import type { InvitationId, TapReference, VisitId } from '../../shared/vocabulary.ts';
import { setLanguage } from '../words/words.ts';
import { askedOf } from './asked-details.ts';
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
import { firstLanguage, offeredLanguages } from './kiosk-languages.ts';
import { useLeaving } from './leaving.ts';
import { useListening } from './listen/use-listening.ts';
import { readingAt, useNotice } from './notice-in-force.ts';
import { type Farewell, useReturnSlot } from './return-slot.ts';
import {
  type Arrival,
  type Session,
  SessionContext,
  type Site,
  type TypedDetails,
} from './session-context.ts';
import { SessionScreens } from './session-screens.tsx';
import { useSessionSignal } from './session-signal.ts';
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
  const { t, i18n } = useTranslation('kiosk');
  const refusalWords = useVisitorRefusalWords();
  const signal = useSessionSignal();
  const [place, proceed] = useReducer(follow, start);
  const screen = screenOf(place);
  const { returning } = place.context;
  const [chosen, setChosen] = useState<string | null>(null);
  const [modes, setModes] = useState(plainModes);
  const [panelOpen, setPanelOpen] = useState(false);
  const [visitId, setVisitId] = useState<VisitId | null>(null);
  const [invitationId, setInvitationId] = useState<InvitationId | null>(null);
  const [earlierBadge, setEarlierBadge] = useState<TapReference | null>(null);
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const [farewell, setFarewell] = useState<Farewell | null>(null);
  // The next goodbye is a screen of its own, with all its time before it.
  const [goodbyes, setGoodbyes] = useState(0);
  const visitType = useVisitType();
  const asksType = site.visitorTypes.length > 0;
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState('');
  const form = useForm<TypedDetails, unknown, VisitorDetails>({
    resolver: askedOf[returning ?? 'all'],
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
      if (type === undefined) return { asksType };
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
  const leaving = useLeaving({
    connection,
    screen,
    triesLeft: place.context.missedSignOuts < mostCodeTries,
    mayBegin: !site.storageLow,
    signal,
    follow: go,
    onSignedOut: signedOut,
    onKnown(badge) {
      form.reset(nothingTyped);
      setInvitationId(null);
      setEarlierBadge(badge);
      visitType.forget();
      begin();
      return { asksType };
    },
  });
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
    } else if (returning === 'badge' && fields.some((field) => questionOf[field] !== 'visit')) {
      go({ type: 'badge-forgotten' });
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
      ...(returning === 'name' && { earlier: { by: returning } }),
      ...(returning === 'badge' && earlierBadge && { earlier: { by: returning, badge: earlierBadge } }),
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
    returning,
    leaving,
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
      go({ type: 'sign-in', asksType });
    },
    beenHere() {
      begin();
      go({ type: 'been-here', asksType });
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
    typeDue: place.context.typeDue,
    async confirm() {
      if (place.context.typeDue) return go({ type: 'change', question: 'type' });
      return form.handleSubmit(send, (faults) => {
        const first = (Object.keys(questionOf) as FieldName[]).find((field) => faults[field]);
        if (first !== undefined) go({ type: 'change', question: questionOf[first] });
      })();
    },
    confirmsAtNotice: noticeIsLast(place),
    signedOut,
  };

  return (
    <SessionContext value={session}>
      <SessionScreens
        screenKey={`${screen} ${screen === 'detail' ? place.context.detail : goodbyes}`}
        lost={lost}
        display={display}
        secondsLeft={secondsLeft}
        onStay={stay}
        panelOpen={panelOpen}
        onModes={setModes}
        onPanelClose={() => setPanelOpen(false)}
      />
    </SessionContext>
  );
}
