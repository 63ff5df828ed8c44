/**
 * The front desk of a running Foyer without a browser: the calls that its pages make, over the same HTTP, with the
 * console's events beside them.
 */
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { TapReference, VisitId } from '../../src/shared/vocabulary.ts';
import { type Visitor as OpenedDoor, openLink } from '../hosts/support/http.ts';
import { newVisitId } from './page-calls.ts';
import { passphrases, type RunningFoyer } from './running-foyer.ts';

export type Tapped = CallOutput<'cards.read'>;

export interface HttpDesk {
  /** A call of the receptionist; throws when it is refused. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** A visitor signs in at the kiosk. */
  arrive(name: string): Promise<VisitId>;
  /** Taps that the console was told of since it was opened, oldest first. */
  taps(): readonly TapReference[];
  /** How often the console was told that something about the readers has changed. */
  readerNews(): number;
  /** What the card pad shows of a tap. */
  read(tap: TapReference): Promise<Tapped>;
  close(): void;
}

/** Opens both doors of a Foyer and signs the receptionist of the documented example in. */
export async function openDesk(foyer: RunningFoyer): Promise<HttpDesk> {
  const [kiosk, desk] = [await openLink(foyer.kiosk), await openLink(foyer.console)];
  await call(desk, 'staff.signIn', { userName: 'desk', passphrase: passphrases.desk });
  const { noticeId } = await call(kiosk, 'notice.current', { language: 'en' });
  const events = await desk.listen();
  // Somebody sits there; without a sign of them the session ends.
  const touch = setInterval(() => void desk.reply('staff.stayActive', {}).catch(() => undefined), 10_000);
  return {
    call: (name, input) => call(desk, name, input),
    async arrive(name) {
      const visitId = newVisitId();
      await call(kiosk, 'visits.arrive', {
        ...{ visitId, name, noticeId, language: 'en', company: '', host: '' },
        ...{ email: 'visitor@example.com', phone: '+45 01 23 45 67' },
      });
      return visitId;
    },
    taps: () => events.events.flatMap((event) => (event.type === 'card.tapped' ? [event.tap] : [])),
    readerNews: () =>
      events.events.filter((event) => event.type === 'changed' && event.areas.includes('readers')).length,
    read: (tap) => call(desk, 'cards.read', { tap }),
    close() {
      clearInterval(touch);
      events.close();
    },
  };
}

async function call<Name extends CallName>(
  door: OpenedDoor,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = (await door.reply(name, input)) as Reply<CallOutput<Name>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}`);
  return reply.value;
}

/** Waits for something in another process; fails with `what` after half a minute. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const limit = performance.now() + 30_000;
  while (!(await condition())) {
    if (performance.now() > limit) throw new Error(`${what} never came`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
