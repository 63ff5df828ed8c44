/** The screen of a place in the flow. */
import type { JSX } from 'react';
import type { Screen } from '../flow.ts';
import { useSession } from '../session-context.ts';
import { AttractScreen } from './attract-screen.tsx';
import { CodeScreen } from './code-screen.tsx';
import { DetailScreen } from './detail-screen.tsx';
import { DoneScreen, SignedOutScreen } from './done-screens.tsx';
import { FullNoticeScreen } from './full-notice-screen.tsx';
import { InvitedScreen } from './invited-screen.tsx';
import { LeavingScreen } from './leaving-screen.tsx';
import { NoticeScreen } from './notice-screen.tsx';
import { ContactScreen, KnownScreen, NameScreen } from './question-screens.tsx';
import { ReceptionScreen } from './reception-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { RulesScreen } from './rules-screen.tsx';
import { SignOutScreen } from './sign-out-screen.tsx';
import { TypeScreen } from './type-screen.tsx';
import { VisitScreen } from './visit-screen.tsx';

const screens: Readonly<Record<Screen, () => JSX.Element | null>> = {
  attract: AttractScreen,
  name: NameScreen,
  known: KnownScreen,
  contact: ContactScreen,
  visit: VisitScreen,
  type: TypeScreen,
  detail: DetailScreen,
  rules: RulesScreen,
  notice: NoticeScreen,
  'full-notice': FullNoticeScreen,
  review: ReviewScreen,
  done: DoneScreen,
  'sign-out': SignOutScreen,
  leaving: LeavingScreen,
  'signed-out': SignedOutScreen,
  code: CodeScreen,
  invited: InvitedScreen,
  reception: ReceptionScreen,
};

export function ScreenOf() {
  const { screen } = useSession();
  const Shown = screens[screen];
  return <Shown />;
}
