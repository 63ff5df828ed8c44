/**
 * The messages between a host and the process that holds the core: a worker thread under the server host, a
 * utility process under Electron. The same messages on both, so the core's process is one program.
 */
import type { NetworkState } from '../../shared/contract/devices.ts';
import type { FoyerEvent } from '../../shared/contract/events.ts';
import type { ReaderPlace, ReaderStatus } from '../../shared/contract/readers.ts';
import type { StorageFault } from '../../shared/contract/site.ts';
import type { DeviceId, Door } from '../../shared/vocabulary.ts';
import type { Caller } from '../caller.ts';
import type {
  CardRead,
  DeviceAnswer,
  DeviceQuestion,
  Heard,
  ReaderConfiguration,
} from '../readers/card-read.ts';
import type { ReplyText } from './reply-text.ts';

export interface CoreStart {
  readonly dataFolder: string;
  /** 32 bytes as 64 hexadecimal digits, or null when the host found none. */
  readonly masterKey: string | null;
  /** Invented people, sign-ins shown on the sign-in page. */
  readonly demo: boolean;
  /** Added to the wall clock; 0 but in tests of a running installation. */
  readonly clockOffsetMs: number;
}

/** What the host asks about devices; the answers are secrets, so no page can ask it. */
export type DeviceAsk =
  | { readonly kind: 'pair'; readonly code: string; readonly address: string }
  | { readonly kind: 'admit'; readonly secret: string };

export type DeviceNews =
  /** The device was shut out: its pages end. */
  | { readonly kind: 'device-gone'; readonly deviceId: DeviceId }
  /** Whether the office lets other machines join; after the start and whenever it changes. */
  | { readonly kind: 'let-join'; readonly on: boolean };

export type ToCore =
  | { readonly kind: 'start'; readonly start: CoreStart }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly caller: Caller;
      readonly name: string;
      readonly input: unknown;
    }
  /** The window or browser behind a connection is gone: its session ends. */
  | { readonly kind: 'connection-closed'; readonly connectionId: string }
  | { readonly kind: 'card-read'; readonly read: CardRead }
  /** `restarts`: how often the reader process had to be started again. */
  | { readonly kind: 'readers'; readonly readers: readonly ReaderStatus[]; readonly restarts: number }
  /** Answer to `tap`: `fault` as in the reader's `tapped`. */
  | { readonly kind: 'tapped'; readonly id: number; readonly fault: string | null }
  /** Answer to `ask-readers`. */
  | { readonly kind: 'readers-answer'; readonly id: number; readonly answer: DeviceAnswer }
  /** From the device under test. */
  | { readonly kind: 'reader-heard'; readonly heard: Heard }
  /** Answered by `reply`. */
  | { readonly kind: 'ask-device'; readonly id: number; readonly question: DeviceAsk }
  /** What the host does on the network now. */
  | { readonly kind: 'network'; readonly state: NetworkState }
  /** Answered by `pong` at once, before whatever else is waiting. */
  | { readonly kind: 'ping' }
  /** Checkpoint, close the database, then answer `closed`. */
  | { readonly kind: 'close' };

export type FromCore =
  /** Sent once after `start`. */
  | {
      readonly kind: 'ready';
      readonly state: 'ready' | 'set-up' | 'fault';
      readonly fault: StorageFault | null;
      /** Printed by the host on the terminal, only in state `set-up`. */
      readonly setUpCode: string | null;
    }
  /** Answer to `call`, and to `ask-device`: a `PairedDevice` for `pair`, an `AdmittedDevice` or null for `admit`. */
  | { readonly kind: 'reply'; readonly id: number; readonly text: ReplyText }
  | { readonly kind: 'event'; readonly event: FoyerEvent; readonly doors: readonly Door[] }
  /** The readers the site uses, after the start and whenever they change; null before set-up. */
  | { readonly kind: 'site-readers'; readonly readers: readonly ReaderConfiguration[] | null }
  /** Please tap this card on the simulated reader; answered by `tapped`. */
  | { readonly kind: 'tap'; readonly id: number; readonly card: string; readonly place: ReaderPlace }
  /** A question for the reader process; answered by `readers-answer`. */
  | { readonly kind: 'ask-readers'; readonly id: number; readonly question: DeviceQuestion }
  | DeviceNews
  | { readonly kind: 'log'; readonly line: Record<string, string | number | boolean | null> }
  | { readonly kind: 'pong' }
  /** Long work begins that cannot be interrupted: silence is no sign of hanging until the next word. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'closed' };
