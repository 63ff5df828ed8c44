/** What every screen of a visitor's session may see and do. */
import { createContext, useContext } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { VisitorDetails } from '../../shared/contract/visits.ts';
import type { VisitId } from '../../shared/vocabulary.ts';
import type { CodeEntry } from './code-entry.ts';
import type { Connection, ReturnOutcome, Welcome } from './connection.ts';
import type { DisplayModes } from './display-modes.ts';
import type { FlowEvent, Question, Screen } from './flow.ts';
import type { Leaving } from './leaving.ts';
import type { Listening } from './listen/use-listening.ts';
import type { NoticeInForce } from './notice-in-force.ts';
import type { Farewell } from './return-slot.ts';
import type { VisitType } from './visit-type.ts';

export type Site = Extract<Welcome, { state: 'ready' }>;
export type TypedDetails = z.input<typeof VisitorDetails>;
export type DetailsForm = UseFormReturn<TypedDetails, unknown, VisitorDetails>;

export interface Arrival {
  readonly firstName: string;
  readonly cardDue: boolean;
  /** Kept at the kiosk: reception has not seen it yet. */
  readonly queued: boolean;
}

export interface Session {
  readonly site: Site;
  readonly connection: Connection;
  /** Of the registration under way; null before one begins. */
  readonly visitId: VisitId | null;
  readonly screen: Screen;
  /** The questions this visitor is asked, in order. */
  readonly steps: readonly Question[];
  /** Which detail of the visitor's type is asked, from 0. */
  readonly detail: number;
  /** Something is typed on this screen. */
  readonly typing: boolean;
  readonly visitType: VisitType;
  readonly form: DetailsForm;
  readonly notice: NoticeInForce;
  readonly arrival: Arrival | null;
  readonly languages: readonly string[];
  readonly modes: DisplayModes;
  readonly listening: Listening;
  follow(event: FlowEvent): void;
  /** Begins a registration, with an id of its own. */
  signIn(): void;
  /** The same for somebody who was here before. */
  beenHere(): void;
  back(): void;
  /** Somebody who was here before, and how they said so. */
  readonly returning: 'name' | 'badge' | null;
  readonly leaving: Leaving;
  /** Trying an invitation's code. */
  readonly code: CodeEntry;
  /** Gone is what was typed, chosen and answered. */
  end(): void;
  openAccessibility(): void;
  chooseLanguage(language: string): void;
  /** Registers; or leads to what is missing. */
  confirm(): Promise<void>;
  /** What was chosen is offered so no more, and no other has been chosen yet. */
  readonly typeDue: boolean;
  /** Continue at the notice registers; no review follows. */
  readonly confirmsAtNotice: boolean;
  readonly sending: boolean;
  /** Why the last confirmation did not work, in words; empty when it did. */
  readonly trouble: string;
  /** How the visitor was signed out; null before. */
  readonly farewell: Farewell | null;
  signedOut(farewell: Farewell): void;
  /** What became of a card just put into the return slot; null most of the time. */
  readonly slotNotice: ReturnOutcome | null;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('a screen outside a session');
  return session;
}
