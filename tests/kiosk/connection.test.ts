import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConnection, type Line } from '../../src/renderer/kiosk/connection.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import type { Reply } from '../../src/shared/reply.ts';

const setUp = { state: 'set-up', timeZone: 'Europe/Copenhagen', languages: ['da'] } as const;

function createFakeLine() {
  const asked: string[] = [];
  const state = { answer: (_name: string): Promise<Reply<unknown>> => new Promise(() => {}) };
  let emit: (event: FoyerEvent) => void = () => {};
  const line = {
    call(name: string) {
      asked.push(name);
      return state.answer(name);
    },
    subscribe(listener: (event: FoyerEvent) => void) {
      emit = listener;
      return () => {};
    },
  } as Line;
  return { line, asked, state, emit: (event: FoyerEvent) => emit(event) };
}

const answered = (value: unknown): Promise<Reply<unknown>> => Promise.resolve({ ok: true, value });
const nobody = (): Promise<Reply<unknown>> => Promise.resolve({ ok: false, code: 'unavailable' });

describe('the line to the host', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a host that never answers is lost after ten seconds', async () => {
    const { line } = createFakeLine();
    const connection = createConnection(line);
    const stop = connection.start();
    await vi.advanceTimersByTimeAsync(9_900);
    expect(connection.state()).toEqual({ welcome: null, lost: false });
    await vi.advanceTimersByTimeAsync(200);
    expect(connection.state().lost).toBe(true);
    stop();
  });

  test('an answer leaves no timer behind that would keep it', async () => {
    const { line, state } = createFakeLine();
    const connection = createConnection(line);
    state.answer = () => answered(setUp);
    await connection.ask('site.welcome', {});
    expect(vi.getTimerCount()).toBe(0);
  });

  test('it comes back by itself', async () => {
    const { line, state } = createFakeLine();
    const connection = createConnection(line);
    state.answer = nobody;
    const stop = connection.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.state().lost).toBe(true);
    state.answer = () => answered(setUp);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connection.state()).toEqual({ welcome: setUp, lost: false });
    stop();
  });

  test('the same answer again wakes nobody', async () => {
    const { line, state } = createFakeLine();
    const connection = createConnection(line);
    state.answer = () => answered({ ...setUp });
    const stop = connection.start();
    await vi.advanceTimersByTimeAsync(0);
    const first = connection.state().welcome;
    const woken = vi.fn();
    connection.follow(woken);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(woken).not.toHaveBeenCalled();
    expect(connection.state().welcome).toBe(first);
    stop();
  });

  test('a change of the site is asked for at once', async () => {
    const { line, state, asked, emit } = createFakeLine();
    const connection = createConnection(line);
    state.answer = () => answered(setUp);
    const stop = connection.start();
    await vi.advanceTimersByTimeAsync(0);
    emit({ type: 'changed', areas: ['visits'] });
    expect(asked).toHaveLength(1);
    emit({ type: 'changed', areas: ['site'] });
    expect(asked).toHaveLength(2);
    stop();
  });

  test('a patient call is sent again when the host is back, and not sooner', async () => {
    const { line, state, asked } = createFakeLine();
    const connection = createConnection(line);
    state.answer = () => answered(setUp);
    const stop = connection.start();
    await vi.advanceTimersByTimeAsync(0);
    state.answer = nobody;
    const reply = connection.askPatiently('notice.current', { language: 'da' }, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.filter((name) => name === 'notice.current')).toHaveLength(1);
    state.answer = (name) => answered(name === 'site.welcome' ? setUp : 'notice');
    await vi.advanceTimersByTimeAsync(2_000);
    await expect(reply).resolves.toEqual({ ok: true, value: 'notice' });
    stop();
  });

  test('a refusal is an answer', async () => {
    const { line, state } = createFakeLine();
    const connection = createConnection(line);
    state.answer = () => Promise.resolve({ ok: false, code: 'not-found' });
    const signal = new AbortController().signal;
    await expect(connection.askPatiently('notice.current', { language: 'xx' }, signal)).resolves.toEqual({
      ok: false,
      code: 'not-found',
    });
  });

  test('nobody waits for a patient call that was given up', async () => {
    const { line, state } = createFakeLine();
    const connection = createConnection(line);
    state.answer = nobody;
    const abort = new AbortController();
    const reply = connection.askPatiently('notice.current', { language: 'da' }, abort.signal);
    await vi.advanceTimersByTimeAsync(0);
    abort.abort();
    await expect(reply).resolves.toBeNull();
  });

  test('cards put into a return slot are heard of until nobody listens any more', () => {
    const { line, emit } = createFakeLine();
    const connection = createConnection(line);
    const heard: string[] = [];
    const stopListening = connection.onCardReturned((outcome) => heard.push(outcome));
    const stop = connection.start();
    emit({ type: 'card.returned', readerId: 'kiosk', outcome: 'signed-out' });
    emit({ type: 'changed', areas: ['readers'] });
    stopListening();
    emit({ type: 'card.returned', readerId: 'kiosk', outcome: 'not-out' });
    expect(heard).toEqual(['signed-out']);
    stop();
  });
});
