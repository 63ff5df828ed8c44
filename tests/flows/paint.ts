/**
 * From a touch to the next picture, as Event Timing measures it (W3C, "Event Timing API"): durations in steps of
 * 8 ms of touches that took 16 ms and more; the others are counted only. The keys of a scanner are none: to be told
 * from a person's they are played while the page is kept busy (tests/wedge/keyboard.ts).
 */
import type { Page } from 'playwright/test';
import type { Measurement } from '../../scripts/bench/measurement.ts';
import { rank } from '../../scripts/bench/numbers.ts';

const unreportedMs = 16;

interface Watched {
  foyerPaint: { readonly longest: Map<number, number>; end(): void };
}

/** Before the page is opened. */
export async function watchPaint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const longest = new Map<number, number>();
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const {
          name,
          interactionId = 0,
          duration,
        } = entry as PerformanceEventTiming & {
          interactionId?: number;
        };
        if (interactionId > 0 && !name.startsWith('key'))
          longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
      }
    });
    observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    (globalThis as unknown as Watched).foyerPaint = {
      longest,
      end() {
        observer.disconnect();
        longest.clear();
      },
    };
  });
}

/** Ends the watching: what it notes would be taken for the page's own memory. */
export async function paintTimes(page: Page): Promise<Measurement[]> {
  const { slow, all } = await page.evaluate(() => {
    const { longest, end } = (globalThis as unknown as Watched).foyerPaint;
    const watched = {
      slow: [...longest.values()],
      all: performance.eventCounts.get('pointerdown') ?? 0,
    };
    end();
    return watched;
  });
  const durations = [...slow, ...Array<number>(Math.max(0, all - slow.length)).fill(unreportedMs)];
  return [
    { name: 'touch to picture, touches', value: all, unit: 'taps', limit: null },
    { name: 'touch to picture, p50', value: rank(durations, 0.5), unit: 'ms', limit: null },
    { name: 'touch to picture, p95', value: rank(durations, 0.95), unit: 'ms', limit: 50 },
    { name: 'touch to picture, longest', value: Math.max(...durations), unit: 'ms', limit: null },
  ];
}
