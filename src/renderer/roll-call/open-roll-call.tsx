/**
 * The open roll call. Numbers and rows change at once; rows change their place only when nobody has touched the
 * list for a moment, so that no row moves under a finger.
 */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCall, RollCallPerson } from '../../shared/contract/roll-calls.ts';
import type { MarkId, PersonId } from '../../shared/vocabulary.ts';
import { newId } from '../console/new-visit-id.ts';
import { waitingMarks } from '../console/roll-call-alarm.tsx';
import { useStaff } from '../console/session.tsx';
import { DeskTabs } from '../ui/desk-tabs.tsx';
import { AddPerson } from './add-person.tsx';
import { PersonRow } from './person-row.tsx';
import { RollCallHead } from './roll-call-head.tsx';
import { RollCallSheet } from './roll-call-sheet.tsx';
import {
  type Grouping,
  type Line,
  type Section,
  sectionOf,
  sections,
  toGroups,
  toLines,
} from './roll-call-state.ts';
import { Undelivered } from './undelivered.tsx';

const groupings: readonly Grouping[] = ['name', 'host', 'department'];
/** Rows keep their place for so long after a touch, in milliseconds. */
const stillMs = 2_500;

export function OpenRollCall({
  rollCall,
  people,
  skewMs,
  lost,
  heardAt,
}: {
  readonly rollCall: RollCall;
  readonly people: readonly RollCallPerson[];
  /** What to add to this machine's clock to have the core's. */
  readonly skewMs: number;
  readonly lost: boolean;
  readonly heardAt: number;
}) {
  const { t } = useTranslation('console');
  const { staffId } = useStaff();
  const waiting = useSyncExternalStore(waitingMarks.subscribe, waitingMarks.snapshot);
  const [grouping, setGrouping] = useState<Grouping>('name');
  const [find, setFind] = useState('');
  const { rollCallId } = rollCall;
  const lines = useMemo(
    () => toLines(people, waiting.items, rollCallId),
    [people, waiting.items, rollCallId],
  );
  const { placed, touched } = usePlaces(lines);
  const mark = useCallback(
    (personId: string, state: 'safe' | 'withdrawn') =>
      waitingMarks.mark({
        rollCallId,
        markId: newId() as MarkId,
        personId: personId as PersonId,
        state,
        markedBy: staffId,
      }),
    [rollCallId, staffId],
  );
  const wanted = find.trim().toLowerCase();
  const shown = lines.filter(
    (line) =>
      wanted === '' ||
      [line.name, line.company, line.host, line.department].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
  const byId = new Map<string, Line>(shown.map((line) => [line.personId, line]));
  return (
    <main className={`roll-call roll-call--${rollCall.kind}`}>
      <RollCallHead rollCall={rollCall} lines={lines} skewMs={skewMs} />
      <Undelivered state={waiting} lost={lost} heardAt={heardAt} />
      <div className="roll-call__tools">
        <input
          type="search"
          className="roll-call__find"
          aria-label={t('rollCall.find')}
          placeholder={t('rollCall.find')}
          value={find}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setFind(event.target.value)}
        />
        <DeskTabs
          as="chips"
          label={t('rollCall.grouping')}
          chosen={grouping}
          onChoose={setGrouping}
          tabs={groupings.map((name) => ({ name, label: t(`rollCall.groupings.${name}`) }))}
        />
        <AddPerson rollCallId={rollCallId} />
      </div>
      <div className="roll-call__list" onPointerDownCapture={touched} onKeyDownCapture={touched}>
        {sections.map((section) => (
          <SectionList
            key={section}
            section={section}
            lines={shown.filter(({ personId }) => placed.get(personId) === section)}
            count={shown.filter(({ account }) => sectionOf(account) === section).length}
            byId={byId}
            grouping={grouping}
            now={heardAt + skewMs}
            onMark={mark}
          />
        ))}
        {lines.length === 0 ? <p className="roll-call__nobody">{t('rollCall.nobody')}</p> : null}
      </div>
      {rollCall.kind === 'drill' ? (
        <div className="roll-call__watermark" aria-hidden="true">
          {Array.from({ length: 12 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: twelve times the same word
            <span key={index}>{t('rollCall.drill')}</span>
          ))}
        </div>
      ) : null}
      <RollCallSheet rollCall={rollCall} lines={lines} />
    </main>
  );
}

function SectionList({
  section,
  lines,
  count,
  byId,
  grouping,
  now,
  onMark,
}: {
  readonly section: Section;
  /** Who stands here; some of them may belong elsewhere in a moment. */
  readonly lines: readonly Line[];
  /** Who belongs here, as the numbers above say it. */
  readonly count: number;
  readonly byId: ReadonlyMap<string, Line>;
  readonly grouping: Grouping;
  readonly now: number;
  readonly onMark: (personId: string, state: 'safe' | 'withdrawn') => void;
}) {
  const { t } = useTranslation('console');
  if (lines.length === 0) return null;
  return (
    <section className={`roll-call__section roll-call__section--${section}`}>
      <h2>{t(`rollCall.section.${section}`, { count })}</h2>
      {toGroups(lines, grouping).map(({ title, ids }) => (
        <div key={title}>
          {grouping === 'name' ? null : (
            <h3>
              <bdi>{title === '' ? t(`rollCall.without.${grouping}`) : title}</bdi> · {ids.length}
            </h3>
          )}
          <ul>
            {ids.map((id) => {
              const line = byId.get(id);
              return line ? <PersonRow key={id} line={line} now={now} onMark={onMark} /> : null;
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** The section each person stands in; follows the accounts once the list has been left alone for a moment. */
function usePlaces(lines: readonly Line[]) {
  const [placed, setPlaced] = useState<ReadonlyMap<string, Section>>(() => placesOf(lines));
  const touchedAt = useRef(Number.NEGATIVE_INFINITY);
  const touched = useCallback(() => {
    touchedAt.current = performance.now();
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const place = (): void => {
      const wait = touchedAt.current + stillMs - performance.now();
      if (wait > 0) timer = setTimeout(place, wait);
      else setPlaced(placesOf(lines));
    };
    place();
    return () => clearTimeout(timer);
  }, [lines]);
  return { placed, touched };
}

function placesOf(lines: readonly Line[]): Map<string, Section> {
  return new Map(lines.map(({ personId, account }) => [personId, sectionOf(account)]));
}
