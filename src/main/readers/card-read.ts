/** What a reader reports for one tap. It knows readers and numbers, never a name. */
import type { Credential, UnreadableReason } from '../../shared/contract/cards.ts';
import type {
  FoundDevice,
  HidCollection,
  ReaderPlace,
  ReaderProfile,
  ReaderSettings,
  ReaderStatus,
} from '../../shared/contract/readers.ts';

export type CardReading =
  | { readonly kind: 'credential'; readonly credential: Credential }
  /** Shown as unreadable and never guessed; carries none of what was read. */
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** A scanner read the code of an invitation or a badge, which is no card: only a kiosk ever asks for it. */
export interface CodeReading {
  readonly kind: 'code';
  readonly code: string;
}

export interface CardRead {
  readonly readerId: string;
  readonly readerName: string;
  readonly profile: ReaderProfile;
  readonly place: ReaderPlace;
  /** Monotonic milliseconds of the reader process. */
  readonly at: number;
  readonly reading: CardReading | CodeReading;
}

/** What the host tells the reader process. */
export type ReaderCommand =
  /** Replaces the configuration; readers no longer named are closed. */
  | { readonly kind: 'configure'; readonly readers: readonly ReaderConfiguration[] }
  /** A tap on the simulated reader, written FORMAT:VALUE. Answered by `tapped`. */
  | { readonly kind: 'tap'; readonly id: number; readonly card: string; readonly place: ReaderPlace }
  /** Answered by `answer`. */
  | { readonly kind: 'ask'; readonly id: number; readonly question: DeviceQuestion }
  | { readonly kind: 'stop' };

/** What the reader process tells the host. */
export type ReaderReport =
  | { readonly kind: 'status'; readonly readers: readonly ReaderStatus[] }
  | { readonly kind: 'read'; readonly read: CardRead }
  /** `fault`: null when the tap was made, else `not-simulated`, `format` or `parity`. */
  | { readonly kind: 'tapped'; readonly id: number; readonly fault: string | null }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: DeviceAnswer }
  | { readonly kind: 'heard'; readonly heard: Heard }
  /** Sent every `aliveEveryMs`; a process that is silent for several of them is taken for hung and restarted. */
  | { readonly kind: 'alive' };

/** One reader as the site set it up. */
export type ReaderConfiguration = Readonly<ReaderSettings>;

/** What the reader page asks the reader process. */
export type DeviceQuestion =
  | { readonly kind: 'list' }
  /** Listens to one device for `forMs`; what comes is `heard` and is no tap. Ends an earlier test. */
  | {
      readonly kind: 'test';
      readonly device: string;
      readonly profile: ReaderProfile;
      /** For `raw`: which part of the device; left out, the first that may send bytes. */
      readonly collection?: HidCollection | undefined;
      readonly forMs: number;
    }
  | { readonly kind: 'end-test' };

export type DeviceAnswer =
  /** `devices` is empty but for `list`. */
  | { readonly ok: true; readonly devices: readonly FoundDevice[] }
  /** `gone`: no such device. `restarting`: the reader process is not there. */
  | {
      readonly ok: false;
      readonly fault: 'unavailable' | 'failed' | 'denied' | 'gone' | 'restarting';
    };

/** What came from a device under test, before anybody decided how to read it. */
export interface Heard {
  /** A whole input report; the text of a keyboard up to Enter; or the bits of a polled card, right-aligned. */
  readonly kind: 'report' | 'text' | 'bits';
  /** Hexadecimal for `report` and `bits`, what was typed for `text`. */
  readonly raw: string;
  /** For `bits`: how many. */
  readonly bits: number | null;
}
