/**
 * Which screen follows which, as a state machine: its states are the screens, its events what a visitor does or the
 * core answers. Pure: what was typed lives in the form, what was answered in the session. Every path through it is
 * walked by a test (docs/decisions/015-flow-machine.md).
 */
import { assign, initialTransition, not, type SnapshotFrom, setup, transition } from 'xstate';

export type Question = 'name' | 'contact' | 'visit' | 'notice' | 'review';
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

/** One question a screen, in this order. */
export const questions: readonly Question[] = ['name', 'contact', 'visit', 'notice', 'review'];

/** Codes that may be tried before the visitor is sent to reception. */
export const mostCodeTries = 5;

interface Memory {
  /** Came from where all answers stand to change one: Continue and Back both lead there again. */
  readonly changing: boolean;
  /** Came with an invitation's code, so that the questions are answered. */
  readonly invited: boolean;
  /** The invitation holds no phone: the visitor is asked for it. */
  readonly phoneMissing: boolean;
  readonly missedCodes: number;
}

export type FlowEvent =
  | { readonly type: 'sign-in' }
  | { readonly type: 'have-code' }
  /** A scanner read a code. */
  | { readonly type: 'code-scanned' }
  | { readonly type: 'code-missed' }
  /** The core takes no more tries. */
  | { readonly type: 'code-refused' }
  | { readonly type: 'code-opened'; readonly phoneMissing: boolean }
  | { readonly type: 'leave' }
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'read-full-notice' }
  /** To the question that asks for something, and back to where all answers stand. */
  | { readonly type: 'change'; readonly question: Question }
  /** The notice changed while it was read. */
  | { readonly type: 'notice-renewed' }
  | { readonly type: 'registered' }
  /** Registered, but reception lets them in. */
  | { readonly type: 'see-reception' }
  | { readonly type: 'signed-out' };

const changes = (question: Question) => ({
  guard: ({ event }: { readonly event: { readonly question: Question } }) => event.question === question,
  target: `.${question}` as const,
  actions: 'beginChange' as const,
});

/** Back to where all answers stand: of the invited their welcome, else the review. */
const whenChanging = [
  { guard: 'changingInvited', target: 'invited' },
  { guard: 'changing', target: 'review' },
] as const;

const flow = setup({
  types: { context: {} as Memory, events: {} as FlowEvent },
  actions: {
    beginChange: assign({ changing: true }),
    endChange: assign({ changing: false }),
    countMiss: assign({ missedCodes: ({ context }) => context.missedCodes + 1 }),
    beginInvited: assign({
      invited: true,
      phoneMissing: ({ event }) => event.type === 'code-opened' && event.phoneMissing,
    }),
    endInvited: assign({ invited: false, phoneMissing: false }),
  },
  guards: {
    changing: ({ context }) => context.changing,
    changingInvited: ({ context }) => context.changing && context.invited,
    invited: ({ context }) => context.invited,
    phoneMissing: ({ context }) => context.invited && context.phoneMissing,
    triesUsedUp: ({ context }) => context.missedCodes >= mostCodeTries,
    lastTry: ({ context }) => context.missedCodes >= mostCodeTries - 1,
  },
}).createMachine({
  context: { changing: false, invited: false, phoneMissing: false, missedCodes: 0 },
  initial: 'attract',
  states: {
    attract: {
      id: 'attract',
      on: {
        'sign-in': 'registering.name',
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
        change: [changes('name'), changes('contact'), changes('visit'), changes('notice'), changes('review')],
      },
      states: {
        // Their details stood here, so that Continue at the notice registers them.
        invited: {
          entry: 'endChange',
          on: {
            continue: [{ guard: 'phoneMissing', target: 'contact' }, { target: 'notice' }],
            back: { target: '#code', actions: 'endInvited' },
          },
        },
        name: {
          on: {
            continue: [...whenChanging, { target: 'contact' }],
            back: [...whenChanging, { target: '#attract' }],
          },
        },
        contact: {
          on: {
            continue: [...whenChanging, { guard: 'invited', target: 'notice' }, { target: 'visit' }],
            back: [...whenChanging, { guard: 'invited', target: 'invited' }, { target: 'name' }],
          },
        },
        visit: {
          on: {
            continue: [...whenChanging, { target: 'notice' }],
            back: [...whenChanging, { target: 'contact' }],
          },
        },
        notice: {
          entry: 'endChange',
          on: {
            continue: { guard: not('invited'), target: 'review' },
            'read-full-notice': 'full-notice',
            back: [
              { guard: 'phoneMissing', target: 'contact' },
              { guard: 'invited', target: 'invited' },
              { target: 'visit' },
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
  return ['name', 'contact', 'visit', 'sign-out', 'code'].includes(screen);
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
