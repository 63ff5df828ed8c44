/**
 * When Foyer may be closed. A shell that is not locked closes like any program. A locked one closes when the
 * operating system ends it, or when somebody signed in at the console closes the console.
 */
import type { BrowserWindow } from 'electron';
import type { Door } from '../../../shared/vocabulary.ts';

export interface Closing {
  /** Foyer is being ended from outside, or was allowed to: nothing holds it any longer. */
  allow(): void;
  allowed(): boolean;
}

export function createClosing(): Closing {
  let allowed = false;
  return {
    allow: () => {
      allowed = true;
    },
    allowed: () => allowed,
  };
}

/** Whether a request to close needs no question, needs one, or is refused. */
export function judgeClosing(door: Door, locked: boolean, allowed: boolean): 'close' | 'ask' | 'refuse' {
  if (!locked || allowed) return 'close';
  return door === 'console' ? 'ask' : 'refuse';
}

export interface CloseQuestion {
  readonly door: Door;
  readonly locked: boolean;
  readonly closing: Closing;
  /** Whether staff are signed in at the console now; asked of the core, never of the page. */
  staffSignedIn(): Promise<boolean>;
  /** Ends Foyer as a whole. */
  quit(): void;
}

export function guardClosing(
  window: Pick<BrowserWindow, 'on' | 'webContents'>,
  question: CloseQuestion,
): void {
  const { door, locked, closing } = question;
  window.on('close', (event) => {
    const verdict = judgeClosing(door, locked, closing.allowed());
    if (verdict === 'close') return;
    event.preventDefault();
    if (verdict === 'refuse') return;
    void question.staffSignedIn().then((signedIn) => {
      if (signedIn) question.quit();
    });
  });
  // A page has no say in whether its window closes.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
}
