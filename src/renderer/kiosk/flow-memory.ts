/** What the kiosk's flow remembers of a visitor beside the screen, what can happen, and what decides where to go on. */
export type Question = 'type' | 'name' | 'contact' | 'visit' | 'detail' | 'rules' | 'notice' | 'review';

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

export const nothingRemembered: Memory = {
  changing: false,
  invited: false,
  phoneMissing: false,
  missedCodes: 0,
  asksType: false,
  demands: nothingDemanded,
  detail: 0,
  newType: false,
};

type Asked = { readonly context: Memory; readonly event: FlowEvent };

/** By the names that the states of `flow.ts` use. */
export const guards = {
  /** On the way back to where all answers stand, with one of them. */
  changing: ({ context }: Asked) => context.changing && !context.newType,
  changingInvited: ({ context }: Asked) => context.changing && !context.newType && context.invited,
  /** The invited go on from there: no screen of theirs has all answers. */
  changingAtReview: ({ context }: Asked) => context.changing && !context.newType && !context.invited,
  backToInvited: ({ context }: Asked) => context.changing && context.invited,
  backToReview: ({ context }: Asked) => context.changing,
  invited: ({ context }: Asked) => context.invited,
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
  signInAsksType: ({ event }: Asked) => event.type === 'sign-in' && event.asksType === true,
  triesUsedUp: ({ context }: Asked) => context.missedCodes >= mostCodeTries,
  lastTry: ({ context }: Asked) => context.missedCodes >= mostCodeTries - 1,
};
