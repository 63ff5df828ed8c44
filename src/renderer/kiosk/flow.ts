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
  nothingDemanded,
  nothingRemembered,
  type Question,
} from './flow-memory.ts';

export type { Demands, FlowEvent, Question } from './flow-memory.ts';
export { mostCodeTries } from './flow-memory.ts';

export type Screen =
  | 'attract'
  | 'code'
  | 'invited'
  | Question
  | 'full-notice'
  | 'done'
  | 'reception'
  | 'sign-out'
  | 'signed-out';

/** One question a screen, in this order, of every visitor; a site's types of visitor add to them. */
export const questions: readonly Question[] = ['name', 'contact', 'visit', 'notice', 'review'];

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

/** Back to where all answers stand: of the invited their welcome, else the review. */
const whenChanging = [
  { guard: 'changingInvited', target: 'invited' },
  { guard: 'changing', target: 'review' },
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
    begin: assign({ asksType: ({ event }) => event.type === 'sign-in' && event.asksType === true }),
    beginInvited: assign({
      invited: true,
      phoneMissing: ({ event }) => event.type === 'code-opened' && event.phoneMissing,
      asksType: ({ event }) => event.type === 'code-opened' && event.asksType === true,
      demands: ({ event }) => (event.type === 'code-opened' && event.demands) || nothingDemanded,
    }),
    endInvited: assign({ invited: false, phoneMissing: false, asksType: false, demands: nothingDemanded }),
    forgetType: assign({ asksType: false, demands: nothingDemanded, detail: 0, newType: false }),
    takeType: assign({
      demands: ({ context, event }) =>
        event.type === 'type-chosen' ? { details: event.details, rules: event.rules } : context.demands,
      detail: 0,
      newType: ({ context }) => context.changing,
    }),
    renewType: assign({ changing: true, asksType: true }),
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
      entry: 'forgetType',
      on: {
        'sign-in': [
          { guard: 'signInAsksType', target: 'registering.type', actions: 'begin' },
          { target: 'registering.name', actions: 'begin' },
        ],
        'have-code': [{ guard: 'triesUsedUp', target: 'reception' }, { target: 'code' }],
        'code-scanned': [{ guard: 'triesUsedUp', target: 'reception' }, { target: 'code' }],
        leave: 'sign-out',
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
        change: [
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
              { target: 'name', actions: 'takeType' },
            ],
            back: [
              { guard: 'backToInvited', target: 'invited' },
              { guard: 'backToReview', target: 'review' },
              { guard: 'phoneMissing', target: 'contact' },
              { guard: 'invited', target: 'invited' },
              { target: '#attract' },
            ],
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
            back: [...whenChanging, { target: 'contact' }],
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
            continue: { guard: not('invited'), target: 'review' },
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
    'sign-out': { on: { back: 'attract', 'signed-out': 'signed-out' } },
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

/** Whether Continue at the notice registers: whoever is invited has seen their details before it. */
export function noticeIsLast({ context }: Place): boolean {
  return context.invited;
}

/** Screens with fields, which need the keyboard. */
export function hasFields(screen: Screen): boolean {
  return ['name', 'contact', 'visit', 'detail', 'sign-out', 'code'].includes(screen);
}

/** The questions of this visitor, in order, for showing how far it is. */
export function questionsOf({ context }: Pick<Place, 'context'>): readonly Question[] {
  const { asksType, demands } = context;
  const before = questions.slice(0, 3);
  return [
    ...(asksType ? (['type'] as const) : []),
    ...before,
    ...(demands.details > 0 ? (['detail'] as const) : []),
    ...(demands.rules ? (['rules'] as const) : []),
    ...questions.slice(3),
  ];
}

/** Which question asks for a field of the contract's visitor details. */
export const questionOf = {
  name: 'name',
  email: 'contact',
  phone: 'contact',
  company: 'visit',
  host: 'visit',
} as const satisfies Readonly<Record<string, Question>>;
export type FieldName = keyof typeof questionOf;
