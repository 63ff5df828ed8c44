/**
 * Takes the scans of a keyboard reader out of the keys of this page, before any other part of it sees them, and
 * hands them in. What is a scan is decided in `shared/wedge.ts`, and typing what was held back is `replay.ts`'s. In
 * Electron the shell does the same before keys reach the page, and this stays off.
 */
import { createWedge, type HeldKey, type WedgeOutcome } from '../../shared/wedge.ts';
import type { KeyFacts } from '../../shared/wedge-keys.ts';
import { call, hostTakesScans } from '../client.ts';
import { isTextField, replay, type StruckKey } from './replay.ts';

export interface ScanCapture {
  /** Whether the site has a reader that types into its windows. */
  set(on: boolean): void;
}

/** The part of `navigator` that tells of keys waiting in a busy page's queue; Chromium's alone. */
interface Scheduling {
  readonly scheduling?: { isInputPending?(): boolean };
}

/** Milliseconds until another look where keys may still be waiting, and what a timer may be late without a reason. */
const lookAgainMs = 4;
const punctualMs = 8;

function factsOf(event: KeyboardEvent): KeyFacts {
  return {
    code: event.code,
    key: event.key,
    shift: event.shiftKey,
    control: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    repeat: event.repeat,
    // 229 is a key of an input method in browsers that do not say `isComposing`.
    composing: event.isComposing || event.keyCode === 229,
    spaceTypes: isTextField(document.activeElement),
  };
}

/** To be made before anything else listens to keys: whoever listened earlier would see the scans. */
export function createScanCapture(): ScanCapture {
  const wedge = createWedge<StruckKey>();
  let on = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle({ typed, taken, scan }: WedgeOutcome<StruckKey>): void {
    replay(typed);
    restoreChoices(taken);
    if (scan !== null && !taken.some(({ down }) => isPassphrase(down.target)))
      void call('readers.typed', { text: scan });
  }

  function arm(): void {
    clearTimeout(timer);
    const wakeAt = wedge.wakeAt();
    if (wakeAt === null) return;
    timer = setTimeout(() => look(wakeAt, false), Math.max(0, wakeAt - performance.now()));
  }

  /** A silence counts only when no key of that time is still waiting to be handled. */
  function look(dueAt: number, again: boolean): void {
    const now = performance.now();
    const waiting = (navigator as Scheduling).scheduling?.isInputPending?.() ?? false;
    if (waiting || (!again && now - dueAt > punctualMs)) {
      timer = setTimeout(() => look(dueAt, true), lookAgainMs);
      return;
    }
    settle(wedge.wait(now));
    arm();
  }

  function keep(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!on || !event.isTrusted) return;
    const target = document.activeElement;
    const choice = target instanceof HTMLSelectElement ? target.selectedIndex : null;
    const answer = wedge.down(factsOf(event), event.timeStamp, { event, target, choice });
    // A list finds its entries by what is typed in one go. Nobody can type that later: it passes, and is undone.
    const passes = choice !== null && event.key.length === 1;
    if (answer.verdict === 'hold' && !passes) keep(event);
    settle(answer);
    arm();
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (!on || !event.isTrusted) return;
    const target = document.activeElement;
    if (wedge.up(event.code, event.timeStamp, { event, target, choice: null }) === 'hold') keep(event);
    arm();
  }

  function onPointer(): void {
    if (!on) return;
    settle(wedge.interrupt());
    arm();
  }

  if (!hostTakesScans) {
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    window.addEventListener('pointerdown', onPointer, { capture: true });
  }
  return {
    set(next) {
      on = next;
      if (on) return;
      settle(wedge.end());
      clearTimeout(timer);
    },
  };
}

/** Devices type passphrases too, and what looks like a card there must not be shown as one. */
function isPassphrase(target: Element | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'password';
}

/** Puts lists back to what was chosen before a reader typed into them. */
function restoreChoices(taken: readonly HeldKey<StruckKey>[]): void {
  const restored = new Set<HTMLSelectElement>();
  for (const { target, choice } of taken.map(({ down }) => down)) {
    if (!(target instanceof HTMLSelectElement) || choice === null || restored.has(target)) continue;
    restored.add(target);
    if (target.selectedIndex === choice) continue;
    target.selectedIndex = choice;
    target.dispatchEvent(new Event('input', { bubbles: true }));
    target.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
