/** Every way through the kiosk's flow: the shortest path to each of its states, with each event that leads on. */
import { getShortestPaths } from 'xstate/graph';
import {
  type FlowEvent,
  kioskFlow,
  noticeIsLast,
  type Place,
  questions,
  type Screen,
  screenOf,
} from '../../src/renderer/kiosk/flow.ts';

/** What follows from pressing the button that registers. */
const answered: readonly FlowEvent[] = [
  { type: 'notice-renewed' },
  { type: 'registered' },
  { type: 'see-reception' },
];
const changes = questions.slice(0, 3).map((question): FlowEvent => ({ type: 'change', question }));

/** What can happen at a screen. The core's answers come after somebody confirmed: at the last screen. */
export function eventsAt(place: Place): readonly FlowEvent[] {
  switch (screenOf(place)) {
    case 'attract':
      return [
        { type: 'sign-in' },
        { type: 'have-code' },
        { type: 'code-scanned' },
        { type: 'leave' },
        { type: 'signed-out' },
      ];
    case 'code':
      return [
        { type: 'code-opened', phoneMissing: false },
        { type: 'code-opened', phoneMissing: true },
        { type: 'code-missed' },
        { type: 'code-refused' },
        { type: 'back' },
      ];
    case 'notice':
      return [
        ...(noticeIsLast(place) ? answered : [{ type: 'continue' } as const]),
        { type: 'read-full-notice' },
        { type: 'back' },
      ];
    case 'review':
      return [...changes, ...answered, { type: 'back' }];
    case 'invited':
      return [...changes, { type: 'continue' }, { type: 'back' }];
    case 'sign-out':
      return [{ type: 'signed-out' }, { type: 'back' }];
    case 'signed-out':
      return [{ type: 'signed-out' }];
    case 'done':
      return [];
    case 'reception':
    case 'full-notice':
      return [{ type: 'back' }];
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
  if (event.type === 'code-opened') return event.phoneMissing ? 'code-opened without phone' : 'code-opened';
  return event.type;
}

const whole = ({ value, context }: Place): string => JSON.stringify([value, context]);

/** How many codes were missed counts at the screens about codes alone. */
function withoutMisses(place: Place): string {
  const { missedCodes: _, ...rest } = place.context;
  return ['code', 'reception'].includes(screenOf(place)) ? whole(place) : JSON.stringify([place.value, rest]);
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
  const all = shortestPaths(withoutMisses).filter(({ steps }) => steps.length > 0);
  return all.filter(({ name }) => !all.some((other) => other.name.startsWith(`${name} → `)));
}
