/** What the kiosk's flow remembers of a visitor beside the screen, what can happen, and what decides where to go on. */
export type Question =
  | 'type'
  | 'name'
  | 'contact'
  | 'known'
  | 'visit'
  | 'detail'
  | 'rules'
  | 'notice'
  | 'review';

export type Screen =
  | 'attract'
  | 'code'
  | 'invited'
  | Question
  | 'full-notice'
  | 'done'
  | 'reception'
  | 'sign-out'
  | 'leaving'
  | 'signed-out';

/** What a type of visitor adds: how many details are asked, one a screen, and whether there are rules to read. */
export interface Demands {
  readonly details: number;
  readonly rules: boolean;
}
export const nothingDemanded: Demands = { details: 0, rules: false };

/** Codes that may be tried before the visitor is sent to reception. */
export const mostCodeTries = 5;

export interface Memory {
  /** Came from where all answers stand to change one: Continue and Back both lead there again. */
  readonly changing: boolean;
  /** Came with an invitation's code, so that the questions are answered. */
  readonly invited: boolean;
  /** The invitation holds no phone: the visitor is asked for it. */
  readonly phoneMissing: boolean;
  readonly missedCodes: number;
  /** The site has types, and no invitation says which this visit is. */
  readonly asksType: boolean;
  readonly demands: Demands;
  /** Which of the details is asked, from 0. */
  readonly detail: number;
  /** Chose a type on a way back from the review: what it demands comes before the review. */
  readonly newType: boolean;
  /** The type that was chosen is offered so no more, and no other has been chosen yet: nothing is registered. */
  readonly typeDue: boolean;
  /** Somebody who was here before, and how they said so. */
  readonly returning: 'name' | 'badge' | null;
  /** Names and badges that signed nobody out. */
  readonly missedSignOuts: number;
}

export type FlowEvent =
  | { readonly type: 'sign-in'; readonly asksType?: boolean }
  | ({ readonly type: 'type-chosen' } & Demands)
  /** The type that was chosen is not offered so any more. */
  | { readonly type: 'type-renewed' }
  | { readonly type: 'have-code' }
  /** A scanner read a code. */
  | { readonly type: 'code-scanned' }
  | { readonly type: 'code-missed' }
  /** The core takes no more tries. */
  | { readonly type: 'code-refused' }
  | {
      readonly type: 'code-opened';
      readonly phoneMissing: boolean;
      /** No type is known and there are some; or what the known one demands. */
      readonly asksType?: boolean;
      readonly demands?: Demands;
    }
  | { readonly type: 'leave' }
  | { readonly type: 'been-here'; readonly asksType?: boolean }
  /** A scanner read a badge. */
  | { readonly type: 'badge-scanned' }
  /** It is of a visit that is over. */
  | { readonly type: 'badge-known'; readonly asksType?: boolean }
  /** The core has forgotten it meanwhile. */
  | { readonly type: 'badge-forgotten' }
  /** Name and e-mail are typed, or the badge is of a visit under way. */
  | { readonly type: 'leave-asked' }
  | { readonly type: 'sign-out-missed' }
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'read-full-notice' }
  /** To the question that asks for something, and back to where all answers stand. */
  | { readonly type: 'change'; readonly question: Question; readonly detail?: number }
  /** The notice changed while it was read. */
  | { readonly type: 'notice-renewed' }
  | { readonly type: 'registered' }
  /** Registered, but reception lets them in. */
  | { readonly type: 'see-reception' }
  | { readonly type: 'signed-out' };

/** Before a type is chosen or asked for. */
export const noType = {
  ...{ asksType: false, demands: nothingDemanded, detail: 0 },
  ...{ newType: false, typeDue: false },
} as const;

export const nothingRemembered: Memory = {
  changing: false,
  invited: false,
  phoneMissing: false,
  missedCodes: 0,
  ...noType,
  returning: null,
  missedSignOuts: 0,
};

/** Whether what begins a registration says that the site has types to choose from. */
export const namesTypes = (event: FlowEvent): boolean => 'asksType' in event && event.asksType === true;

/** Whether no review follows the notice. */
export const registersAtNotice = ({ invited, returning }: Memory): boolean => invited || returning !== null;

type Asked = { readonly context: Memory; readonly event: FlowEvent };

/** By the names that the states of `flow.ts` use. */
export const guards = {
  /** On the way back to where all answers stand, with one of them. */
  changing: ({ context }: Asked) => context.changing && !context.newType,
  changingInvited: ({ context }: Asked) => context.changing && !context.newType && context.invited,
  changingReturning: ({ context }: Asked) =>
    context.changing && !context.newType && context.returning !== null,
  /** The others go on from there: no screen of theirs has all answers. */
  changingAtReview: ({ context }: Asked) =>
    context.changing && !context.newType && !registersAtNotice(context),
  backToInvited: ({ context }: Asked) => context.changing && context.invited,
  backToNotice: ({ context }: Asked) => context.changing && context.returning !== null,
  backToReview: ({ context }: Asked) => context.changing,
  invited: ({ context }: Asked) => context.invited,
  registersAtNotice: ({ context }: Asked) => registersAtNotice(context),
  phoneMissing: ({ context }: Asked) => context.invited && context.phoneMissing,
  asksType: ({ context }: Asked) => context.asksType,
  invitedAsksType: ({ context }: Asked) => context.invited && context.asksType,
  chosenAnew: ({ context }: Asked) => context.newType || (context.invited && context.asksType),
  details: ({ context }: Asked) => context.demands.details > 0,
  rules: ({ context }: Asked) => context.demands.rules,
  invitedDetails: ({ context }: Asked) => context.invited && context.demands.details > 0,
  invitedRules: ({ context }: Asked) => context.invited && context.demands.rules,
  laterDetail: ({ context }: Asked) => context.detail > 0,
  moreDetails: ({ context }: Asked) => context.detail < context.demands.details - 1,
  namesKnown: ({ context }: Asked) => context.invited || context.changing,
  namesKnownDetails: ({ context, event }: Asked) =>
    (context.invited || context.changing) && event.type === 'type-chosen' && event.details > 0,
  namesKnownRules: ({ context, event }: Asked) =>
    (context.invited || context.changing) && event.type === 'type-chosen' && event.rules,
  beginsWithType: ({ event }: Asked) => namesTypes(event),
  triesUsedUp: ({ context }: Asked) => context.missedCodes >= mostCodeTries,
  returning: ({ context }: Asked) => context.returning === 'name',
  byBadge: ({ context }: Asked) => context.returning === 'badge',
  byBadgeWithType: ({ context }: Asked) => context.returning === 'badge' && context.asksType,
  asksAgain: ({ context, event }: Asked) =>
    context.returning === 'name' && event.type === 'change' && ['name', 'contact'].includes(event.question),
  signOutsUsedUp: ({ context }: Asked) => context.missedSignOuts >= mostCodeTries,
  lastSignOut: ({ context }: Asked) => context.missedSignOuts >= mostCodeTries - 1,
  lastTry: ({ context }: Asked) => context.missedCodes >= mostCodeTries - 1,
};
