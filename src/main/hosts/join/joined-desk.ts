/**
 * What stands in for the core in a joined Foyer: calls go on to the host, events come from it. A kiosk whose host is
 * away answers from what it remembers and keeps sign-ins in its outbox; when the host is back they are handed over,
 * oldest first, and only then calls go straight to it again. A console without its host is without an answer.
 */
import type { CallInput, CallOutput } from '../../../shared/contract/contract.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { longestWaitDays } from '../../../shared/contract/devices.ts';
import { Area, type FoyerEvent } from '../../../shared/contract/events.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { Door } from '../../../shared/vocabulary.ts';
import { faultLine } from '../../core/fault-line.ts';
import type { Log } from '../../core/ports.ts';
import type { Desk } from '../desk.ts';
import type { Outbox, WaitingVisit } from './outbox.ts';
import type { PinnedLine } from './pinned-line.ts';
import { isKept, type Remembered } from './remembered.ts';
import { createRemembering } from './remembering.ts';

export interface JoinedDeskParts {
  readonly role: Door;
  readonly line: PinnedLine;
  /** Null for a console. */
  readonly kiosk: { readonly outbox: Outbox; readonly remembered: Remembered } | null;
  readonly now: () => number;
  readonly log: Log;
  /** How often a host that is away is asked, and one that is there is told about the outbox; in milliseconds. */
  readonly probeMs?: number;
  readonly reportMs?: number;
}

export type JoinedDesk = Pick<Desk, 'call' | 'callForText' | 'subscribe' | 'connectionClosed'> & {
  isAway(): boolean;
  close(): void;
};

const day = 86_400_000;
/** Changes of what a kiosk remembers. */
const rememberedAreas: readonly Area[] = ['site', 'notice', 'retention'];
/** Several changes in a row are one. */
const soonMs = 200;
const everythingChanged: FoyerEvent = { type: 'changed', areas: [...Area.options] };

/** `kept`: the host has what waited, but the disk does not take that; `lost`: the host went away meanwhile. */
type HandOver = 'whole' | 'kept' | 'lost';

export function createJoinedDesk(parts: JoinedDeskParts): JoinedDesk {
  const { role, line, kiosk, now, log, probeMs = 2_000, reportMs = 30_000 } = parts;
  const remembering = kiosk === null ? null : createRemembering({ line, remembered: kiosk.remembered, now });
  const listeners = new Set<(event: FoyerEvent) => void>();
  // Nobody knows yet whether the host is there; the first probe says.
  let isAway = true;
  let isClosed = false;
  let isLooking = false;
  let endEvents: (() => void) | null = null;
  let timer: NodeJS.Timeout | undefined;
  let reported = '';
  let reportedAt = Number.NEGATIVE_INFINITY;
  void round();

  function tell(event: FoyerEvent): void {
    for (const listener of listeners) listener(event);
  }

  function lose(): void {
    if (isAway || isClosed) return;
    isAway = true;
    log({ event: 'host-away' });
    endEvents?.();
    tell({ type: 'changed', areas: ['site'] });
    again(probeMs);
  }

  function fault(error: unknown): void {
    log({ event: 'fault', ...faultLine(error) });
  }

  function again(ms: number): void {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void round(), ms);
  }

  /** One look at the host, and what follows from it. */
  async function round(): Promise<void> {
    if (isLooking) return again(probeMs);
    isLooking = true;
    try {
      again(await look());
    } catch (error) {
      // Looking goes on: a kiosk that stopped would keep its sign-ins for ever.
      fault(error);
      again(probeMs);
    } finally {
      isLooking = false;
    }
  }

  /** Milliseconds until the next look. */
  async function look(): Promise<number> {
    const welcome = await line.call(role, 'site.welcome', {});
    if (!welcome.ok && welcome.code === 'unavailable') {
      lose();
      return probeMs;
    }
    let handed: HandOver = 'whole';
    if (remembering !== null && welcome.ok) {
      handed = await handOver();
      if (handed === 'lost') return probeMs;
      const said = welcome.value as CallOutput<'site.welcome'>;
      if (said.state === 'ready') await remembering.bring(said);
    }
    if (isClosed) return probeMs;
    if (isAway) {
      isAway = false;
      log({ event: 'host-there' });
    }
    if (!welcome.ok) return probeMs;
    if (endEvents === null) listen();
    await report();
    if (handed === 'kept') return probeMs;
    // Somebody may have signed in while the outbox was handed over.
    return kiosk !== null && kiosk.outbox.counts().waiting > 0 ? 0 : reportMs;
  }

  function listen(): void {
    endEvents = line.listen(
      role,
      (event) => {
        tell(event);
        const isSite = event.type === 'changed' && event.areas.some((area) => rememberedAreas.includes(area));
        if (!isSite) return;
        remembering?.changed();
        if (remembering !== null) again(soonMs);
      },
      () => {
        endEvents = null;
        remembering?.changed();
        // Closed by the host, or the host is gone: the next look says which.
        again(soonMs);
      },
    );
    tell(everythingChanged);
  }

  /** Hands the outbox over, oldest first. */
  async function handOver(): Promise<HandOver> {
    if (kiosk === null) return 'whole';
    const { outbox } = kiosk;
    let handed: HandOver = 'whole';
    /** The host knows a repeated visit by its id, so what cannot be crossed off is sent again later. */
    const write = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        handed = 'kept';
        fault(error);
      }
    };
    write(() => outbox.expire(longestWait()));
    for (const visit of outbox.waiting()) {
      const reply = await line.call('kiosk', 'visits.deliver', delivered(visit));
      if (isClosed) return 'lost';
      if (reply.ok) write(() => outbox.done(visit.visitId));
      else if (reply.code === 'unavailable') return 'lost';
      else {
        outbox.refused(visit.visitId);
        log({ event: 'delivery-refused', code: reply.code });
      }
    }
    return handed;
  }

  function delivered({ at, input }: WaitingVisit): unknown {
    return { ...(input as object), waitedMs: Math.min(Math.max(0, now() - at), longestWaitDays * day) };
  }

  /** Contact details are kept nowhere longer than the site says. */
  function longestWait(): number {
    const welcome = kiosk?.remembered.find('site.welcome', {});
    const days =
      welcome?.state === 'ready' ? Math.min(longestWaitDays, welcome.contactDays) : longestWaitDays;
    return days * day;
  }

  async function report(): Promise<void> {
    if (kiosk === null) return;
    const counts = kiosk.outbox.counts();
    const text = JSON.stringify(counts);
    if (text === reported && now() < reportedAt + reportMs) return;
    const reply = await line.call('kiosk', 'devices.checkIn', counts);
    if (!reply.ok) return;
    reported = text;
    reportedAt = now();
  }

  function withoutHost(name: string, input: unknown): Reply<unknown> {
    if (kiosk === null) return { ok: false, code: 'unavailable' };
    if (name === 'visits.arrive') return keepVisit(input);
    // The picker has nobody to offer; what was typed stays.
    if (name === 'hosts.find') return { ok: true, value: { answers: [] } };
    if (!isKept(name)) return { ok: false, code: 'away' };
    const value = kiosk.remembered.find(name, input as never);
    if (value === null) return { ok: false, code: 'unavailable' };
    return { ok: true, value: name === 'site.welcome' ? { ...value, away: true } : value };
  }

  function keepVisit(input: unknown): Reply<CallOutput<'visits.arrive'>> {
    if (kiosk === null) return { ok: false, code: 'unavailable' };
    const parsed = contract['visits.arrive'].input.safeParse(input);
    if (!parsed.success) return { ok: false, code: 'bad-input' };
    const { visitId, noticeId, language, earlier } = parsed.data;
    // Whose badge it is only the host knows, and not for long: the kiosk asks for everything.
    if (earlier?.by === 'badge')
      return {
        ok: false,
        code: 'bad-input',
        fields: { name: 'required', email: 'required', phone: 'required' },
      };
    const shown = kiosk.remembered.find('notice.current', { language });
    if (shown?.noticeId !== noticeId) return { ok: false, code: 'notice-outdated' };
    try {
      const arrivedAt = kiosk.outbox.add(visitId, input as CallInput<'visits.arrive'>);
      return { ok: true, value: { visitId, arrivedAt, cardDue: false, seeReception: false, queued: true } };
    } catch (error) {
      fault(error);
      return { ok: false, code: 'storage-full' };
    }
  }

  async function call(name: string, input: unknown): Promise<Reply<unknown>> {
    if (isAway) return role === 'console' ? line.call(role, name, input) : withoutHost(name, input);
    const reply = await line.call(role, name, input);
    if (reply.ok || reply.code !== 'unavailable') return reply;
    lose();
    return withoutHost(name, input);
  }

  return {
    call: (_caller, name, input) => call(name, input),
    callForText: async (_caller, name, input) => JSON.stringify(await call(name, input)),
    subscribe(door, listener) {
      if (door !== role) return () => undefined;
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    connectionClosed() {
      // The host sees this machine, not its windows: nobody stays signed in behind a closed one.
      if (role === 'console') void line.call('console', 'staff.signOut', {});
    },
    isAway: () => isAway,
    close() {
      isClosed = true;
      clearTimeout(timer);
      endEvents?.();
      line.close();
      kiosk?.outbox.close();
    },
  };
}
