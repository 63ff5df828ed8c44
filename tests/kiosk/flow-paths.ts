/** Every way through the kiosk's flow: the shortest path to each of its states, with each event that leads on. */
import { getShortestPaths } from 'xstate/graph';
import {
  type FlowEvent,
  kioskFlow,
  mostCodeTries,
  noticeIsLast,
  type Place,
  type Screen,
  screenOf,
} from '../../src/renderer/kiosk/flow.ts';

/** Demands of the type that has both. */
const work = { details: 2, rules: true } as const;
const changes = (['name', 'contact', 'visit'] as const).map(
  (question): FlowEvent => ({ type: 'change', question }),
);

/** One for each answer at the review, and the type where one was chosen with an invitation. */
function changesAt({ context }: Place): FlowEvent[] {
  const { asksType, demands, invited } = context;
  const known = invited ? demands.details > 0 : asksType;
  return [
    ...changes,
    ...(known ? [{ type: 'change', question: 'type' } as const] : []),
    ...(demands.details > 0 && !invited ? [{ type: 'change', question: 'detail', detail: 1 } as const] : []),
  ];
}

/** What follows from pressing the button that registers; only where there are types can one have been renewed. */
function answeredAt({ context }: Place): FlowEvent[] {
  const typed = context.asksType || context.demands.details > 0;
  return [
    { type: 'notice-renewed' },
    { type: 'registered' },
    { type: 'see-reception' },
    ...(context.returning === 'badge' ? [{ type: 'badge-forgotten' } as const] : []),
    ...(typed ? [{ type: 'type-renewed' } as const] : []),
  ];
}

/** While a type is due, the button that registers leads to its question. */
const confirmedAt = (place: Place): FlowEvent[] =>
  place.context.typeDue ? [{ type: 'change', question: 'type' }] : answeredAt(place);

/** What can happen at a screen. The core's answers come after somebody confirmed: at the last screen. */
export function eventsAt(place: Place): readonly FlowEvent[] {
  switch (screenOf(place)) {
    case 'attract':
      return [
        { type: 'sign-in' },
        { type: 'sign-in', asksType: true },
        { type: 'have-code' },
        { type: 'code-scanned' },
        { type: 'leave' },
        { type: 'been-here' },
        { type: 'been-here', asksType: true },
        { type: 'badge-scanned' },
        { type: 'signed-out' },
      ];
    case 'code':
      return [
        { type: 'code-opened', phoneMissing: false },
        { type: 'code-opened', phoneMissing: true },
        { type: 'code-opened', phoneMissing: false, asksType: true },
        { type: 'code-opened', phoneMissing: true, asksType: true },
        { type: 'code-opened', phoneMissing: false, demands: work },
        { type: 'code-opened', phoneMissing: true, demands: work },
        { type: 'code-missed' },
        { type: 'code-refused' },
        { type: 'badge-scanned' },
        { type: 'back' },
      ];
    case 'notice':
      return [
        ...(noticeIsLast(place) ? confirmedAt(place) : [{ type: 'continue' } as const]),
        { type: 'read-full-notice' },
        { type: 'back' },
      ];
    case 'review':
      // Its list has the way to the type's question already.
      return [...changesAt(place), ...(place.context.typeDue ? [] : answeredAt(place)), { type: 'back' }];
    case 'invited':
      return [...changesAt(place), { type: 'continue' }, { type: 'back' }];
    case 'sign-out':
      return [
        { type: 'leave-asked' },
        { type: 'badge-known' },
        { type: 'badge-known', asksType: true },
        { type: 'sign-out-missed' },
        { type: 'code-scanned' },
        { type: 'signed-out' },
        { type: 'back' },
      ];
    case 'leaving':
      return [{ type: 'signed-out' }, { type: 'sign-out-missed' }, { type: 'back' }];
    case 'signed-out':
      return [{ type: 'signed-out' }];
    case 'done':
      return [];
    case 'reception':
    case 'full-notice':
      return [{ type: 'back' }];
    case 'type':
      return [
        { type: 'type-chosen', details: 0, rules: false },
        { type: 'type-chosen', details: 0, rules: true },
        { type: 'type-chosen', ...work },
        { type: 'back' },
      ];
    case 'known':
    case 'detail':
    case 'rules':
    case 'name':
    case 'contact':
    case 'visit':
      return [{ type: 'continue' }, { type: 'back' }];
  }
}

export interface Path {
  readonly name: string;
  readonly steps: readonly { readonly event: FlowEvent; readonly screen: Screen; readonly place: Place }[];
}

function written(event: FlowEvent): string {
  if (event.type === 'change') return `change ${event.question}`;
  if (
    (event.type === 'sign-in' || event.type === 'been-here' || event.type === 'badge-known') &&
    event.asksType
  )
    return `${event.type} with types`;
  if (event.type === 'type-chosen')
    return `type-chosen ${event.details > 0 ? 'work' : event.rules ? 'tour' : 'meeting'}`;
  if (event.type === 'code-opened')
    return [
      'code-opened',
      ...(event.phoneMissing ? ['without phone'] : []),
      ...(event.asksType ? ['with types'] : []),
      ...(event.demands ? ['of a type'] : []),
    ].join(' ');
  return event.type;
}

const whole = ({ value, context }: Place): string => JSON.stringify([value, context]);

/**
 * How often a code or a sign-out was missed counts at the screens about them alone; and what was asked before the
 * details of a type no longer counts once the visitor is among them. What the machine makes of all of it,
 * `flow.test.ts` looks at.
 */
function asWalked(place: Place): string {
  const screen = screenOf(place);
  const { missedCodes, missedSignOuts, ...rest } = place.context;
  const counts: Partial<Record<Screen, unknown>> = {
    code: missedCodes,
    'sign-out': missedSignOuts,
    leaving: missedSignOuts,
    reception: [missedCodes === mostCodeTries, missedSignOuts === mostCodeTries],
  };
  const pastTypes =
    (rest.asksType || rest.demands.details > 0 || rest.demands.rules) &&
    !['code', 'reception', 'contact', 'type'].includes(screen);
  const { phoneMissing: _phone, asksType: _asks, ...more } = rest;
  return JSON.stringify([place.value, pastTypes ? more : rest, counts[screen]]);
}

/** The shortest path to every state; a screen with another memory is another state. */
export function shortestPaths(serializeState = whole): readonly Path[] {
  const paths = getShortestPaths(kioskFlow, {
    events: (place) => [...eventsAt(place)],
    serializeState,
  });
  return paths.map(({ steps }) => {
    // The first step is the machine's own start.
    const taken = steps.slice(1).map(({ event, state }) => ({
      event: event as FlowEvent,
      screen: screenOf(state),
      place: state,
    }));
    return { name: taken.map(({ event }) => written(event)).join(' → '), steps: taken };
  });
}

/** The paths that no longer path begins with: walking these is walking all screens with all they remember. */
export function longestPaths(): readonly Path[] {
  const all = shortestPaths(asWalked).filter(({ steps }) => steps.length > 0);
  return all.filter(({ name }) => !all.some((other) => other.name.startsWith(`${name} → `)));
}
