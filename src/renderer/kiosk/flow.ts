/**
 * Which screen follows which, as a state machine: its states are the screens, its events what a visitor does or the
 * core answers. Pure: what was typed lives in the form, what was answered in the session. Every path through it is
 * walked by a test (docs/decisions/015-flow-machine.md).
 */
import { assign, initialTransition, not, type SnapshotFrom, setup, transition } from 'xstate';
import {
  type FlowEvent,
  guards,
  type Memory,
  namesTypes,
  noType,
  nothingDemanded,
  nothingRemembered,
  type Question,
  registersAtNotice,
  type Screen,
} from './flow-memory.ts';

export type { Demands, FlowEvent, Question, Screen } from './flow-memory.ts';
export { mostCodeTries } from './flow-memory.ts';
export { type FieldName, hasFields, questionOf, questions, questionsOf } from './flow-questions.ts';

const changes = (question: Question) => ({
  guard: ({ event }: { readonly event: { readonly question: Question } }) => event.question === question,
  target: `.${question}` as const,
  actions: 'beginChange' as const,
});

/** Back from the first thing that a type demands, or from the notice where it demands nothing. */
const beforeDetails = [
  { guard: 'chosenAnew', target: 'type' },
  { guard: 'phoneMissing', target: 'contact' },
  { guard: 'invited', target: 'invited' },
  { target: 'visit' },
] as const;

/** Back to where all answers stand, or to the notice of those who come again: they have few, and no review. */
const whenChanging = [
  { guard: 'changingInvited', target: 'invited' },
  { guard: 'changingReturning', target: 'notice' },
  { guard: 'changing', target: 'review' },
] as const;

const toSignOut = [{ guard: 'signOutsUsedUp', target: 'reception' }, { target: 'sign-out' }] as const;
const missedSignOut = [
  { guard: 'lastSignOut', target: 'reception', actions: 'countMissedSignOut' },
  { target: 'sign-out', actions: 'countMissedSignOut' },
] as const;

const flow = setup({
  types: { context: {} as Memory, events: {} as FlowEvent },
  actions: {
    beginChange: assign({
      changing: true,
      newType: false,
      detail: ({ context, event }) => (event.type === 'change' ? (event.detail ?? 0) : context.detail),
    }),
    endChange: assign({ changing: false, newType: false }),
    countMiss: assign({ missedCodes: ({ context }) => context.missedCodes + 1 }),
    begin: assign({ asksType: ({ event }) => namesTypes(event) }),
    beginInvited: assign({
      invited: true,
      phoneMissing: ({ event }) => event.type === 'code-opened' && event.phoneMissing,
      asksType: ({ event }) => event.type === 'code-opened' && event.asksType === true,
      demands: ({ event }) => (event.type === 'code-opened' && event.demands) || nothingDemanded,
    }),
    countMissedSignOut: assign({ missedSignOuts: ({ context }) => context.missedSignOuts + 1 }),
    beginReturning: assign({ returning: 'name', asksType: ({ event }) => namesTypes(event) }),
    beginByBadge: assign({ returning: 'badge', asksType: ({ event }) => namesTypes(event) }),
    endReturning: assign({ returning: null }),
    endInvited: assign({ invited: false, phoneMissing: false, ...noType }),
    beginAnew: assign({ returning: null, ...noType }),
    takeType: assign({
      demands: ({ context, event }) =>
        event.type === 'type-chosen' ? { details: event.details, rules: event.rules } : context.demands,
      detail: 0,
      newType: ({ context }) => context.changing,
      typeDue: false,
    }),
    renewType: assign({ changing: true, ...noType, asksType: true, typeDue: true }),
    firstDetail: assign({ detail: 0 }),
    lastDetail: assign({ detail: ({ context }) => Math.max(0, context.demands.details - 1) }),
    nextDetail: assign({ detail: ({ context }) => context.detail + 1 }),
    previousDetail: assign({ detail: ({ context }) => context.detail - 1 }),
  },
  guards,
}).createMachine({
  context: nothingRemembered,
  initial: 'attract',
  states: {
    attract: {
      id: 'attract',
      entry: 'beginAnew',
      on: {
        'sign-in': [
          { guard: 'beginsWithType', target: 'registering.type', actions: 'begin' },
          { target: 'registering.name', actions: 'begin' },
        ],
        'have-code': [{ guard: 'triesUsedUp', target: 'reception' }, { target: 'code' }],
        'code-scanned': [{ guard: 'triesUsedUp', target: 'reception' }, { target: 'code' }],
        leave: toSignOut,
        'badge-scanned': toSignOut,
        'been-here': [
          { guard: 'beginsWithType', target: 'registering.type', actions: 'beginReturning' },
          { target: 'registering.known', actions: 'beginReturning' },
        ],
        'signed-out': 'signed-out',
      },
    },
    code: {
      id: 'code',
      on: {
        'code-opened': { target: 'registering.invited', actions: 'beginInvited' },
        'code-missed': [
          { guard: 'lastTry', target: 'reception', actions: 'countMiss' },
          { actions: 'countMiss' },
        ],
        'code-refused': 'reception',
        'badge-scanned': toSignOut,
        back: 'attract',
      },
    },
    reception: { on: { back: 'attract' } },
    registering: {
      initial: 'name',
      // The core's answers come while the visitor may have gone on or back already.
      on: {
        registered: 'done',
        'see-reception': { target: 'reception', actions: 'endInvited' },
        'notice-renewed': '.notice',
        'type-renewed': { target: '.type', actions: 'renewType' },
        'badge-forgotten': { target: '.name', actions: 'endReturning' },
        change: [
          { guard: 'asksAgain', target: '.known', actions: 'beginChange' },
          changes('type'),
          changes('name'),
          changes('contact'),
          changes('visit'),
          changes('detail'),
          changes('notice'),
          changes('review'),
        ],
      },
      states: {
        // Their details stood here, so that Continue at the notice registers them.
        invited: {
          entry: 'endChange',
          on: {
            continue: [
              { guard: 'phoneMissing', target: 'contact' },
              { guard: 'asksType', target: 'type' },
              { guard: 'details', target: 'detail', actions: 'firstDetail' },
              { guard: 'rules', target: 'rules' },
              { target: 'notice' },
            ],
            back: { target: '#code', actions: 'endInvited' },
          },
        },
        type: {
          on: {
            'type-chosen': [
              { guard: 'namesKnownDetails', target: 'detail', actions: 'takeType' },
              { guard: 'namesKnownRules', target: 'rules', actions: 'takeType' },
              { guard: 'namesKnown', target: 'notice', actions: 'takeType' },
              { guard: 'returning', target: 'known', actions: 'takeType' },
              { guard: 'byBadge', target: 'visit', actions: 'takeType' },
              { target: 'name', actions: 'takeType' },
            ],
            back: [
              { guard: 'backToInvited', target: 'invited' },
              { guard: 'backToNotice', target: 'notice' },
              { guard: 'backToReview', target: 'review' },
              { guard: 'phoneMissing', target: 'contact' },
              { guard: 'invited', target: 'invited' },
              { target: '#attract' },
            ],
          },
        },
        known: {
          on: {
            continue: [...whenChanging, { target: 'visit' }],
            back: [...whenChanging, { guard: 'asksType', target: 'type' }, { target: '#attract' }],
          },
        },
        name: {
          on: {
            continue: [...whenChanging, { target: 'contact' }],
            back: [...whenChanging, { guard: 'asksType', target: 'type' }, { target: '#attract' }],
          },
        },
        contact: {
          on: {
            continue: [
              ...whenChanging,
              { guard: 'invitedAsksType', target: 'type' },
              { guard: 'invitedDetails', target: 'detail', actions: 'firstDetail' },
              { guard: 'invitedRules', target: 'rules' },
              { guard: 'invited', target: 'notice' },
              { target: 'visit' },
            ],
            back: [...whenChanging, { guard: 'invited', target: 'invited' }, { target: 'name' }],
          },
        },
        visit: {
          on: {
            continue: [
              ...whenChanging,
              { guard: 'details', target: 'detail', actions: 'firstDetail' },
              { guard: 'rules', target: 'rules' },
              { target: 'notice' },
            ],
            back: [
              ...whenChanging,
              { guard: 'returning', target: 'known' },
              { guard: 'byBadgeWithType', target: 'type' },
              { guard: 'byBadge', target: '#attract' },
              { target: 'contact' },
            ],
          },
        },
        detail: {
          on: {
            continue: [
              { guard: 'changingAtReview', target: 'review' },
              { guard: 'moreDetails', actions: 'nextDetail' },
              { guard: 'rules', target: 'rules' },
              { target: 'notice' },
            ],
            back: [
              { guard: 'changingAtReview', target: 'review' },
              { guard: 'laterDetail', actions: 'previousDetail' },
              ...beforeDetails,
            ],
          },
        },
        rules: {
          on: {
            continue: 'notice',
            back: [{ guard: 'details', target: 'detail', actions: 'lastDetail' }, ...beforeDetails],
          },
        },
        notice: {
          entry: 'endChange',
          on: {
            continue: { guard: not('registersAtNotice'), target: 'review' },
            'read-full-notice': 'full-notice',
            back: [
              { guard: 'rules', target: 'rules' },
              { guard: 'details', target: 'detail', actions: 'lastDetail' },
              ...beforeDetails,
            ],
          },
        },
        'full-notice': { on: { back: 'notice' } },
        review: { entry: 'endChange', on: { back: 'notice' } },
      },
    },
    done: {},
    'sign-out': {
      on: {
        back: 'attract',
        'signed-out': 'signed-out',
        'leave-asked': 'leaving',
        'badge-known': [
          { guard: 'beginsWithType', target: 'registering.type', actions: 'beginByBadge' },
          { target: 'registering.visit', actions: 'beginByBadge' },
        ],
        'sign-out-missed': missedSignOut,
        // An invitation, held out at the wrong place.
        'code-scanned': [{ guard: 'triesUsedUp', target: 'reception' }, { target: 'code' }],
      },
    },
    leaving: { on: { back: 'sign-out', 'signed-out': 'signed-out', 'sign-out-missed': missedSignOut } },
    'signed-out': { on: { 'signed-out': { target: 'signed-out', reenter: true } } },
  },
});
export const kioskFlow = flow;

/** Where a visitor is. */
export type Place = SnapshotFrom<typeof flow>;

export const start: Place = initialTransition(flow)[0];

/** The place after `event`; the same one where it means nothing there. */
export function follow(place: Place, event: FlowEvent): Place {
  return transition(flow, place, event)[0];
}

export function screenOf({ value }: Pick<Place, 'value'>): Screen {
  return typeof value === 'string' ? value : value.registering;
}

/**
 * Whether Continue at the notice registers: whoever is invited has seen their details before it, and whoever comes
 * again has just typed the little that is asked of them.
 */
export function noticeIsLast({ context }: Place): boolean {
  return registersAtNotice(context);
}
