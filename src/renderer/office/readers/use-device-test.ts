/** One device under test: begun and ended here, what comes from it asked for again at every event of the readers. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TestTap } from '../../../shared/contract/readers.ts';
import { call } from '../../client.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useSettled } from '../../console/settled.ts';
import { type TestedDevice, testedDevice } from './reader-draft.ts';

/** How long the core listens, in milliseconds. */
const listensFor = 120_000;

type Test =
  | { readonly phase: 'idle' }
  | ({ readonly phase: 'starting' | 'ended' } & TestedDevice)
  | ({ readonly phase: 'refused'; readonly fault: string } & TestedDevice)
  | ({
      readonly phase: 'listening';
      /** As the core says it; names the test in its later answers. */
      readonly endsAt: number;
      /** The same moment by this machine's own count: wall clocks of two machines differ. */
      readonly endsHere: number;
      readonly startedAt: number;
    } & TestedDevice);

export interface DeviceTest {
  readonly test: Test;
  readonly secondsLeft: number;
  readonly taps: readonly TestTap[];
  /** Whether `taps` hold the readings for the number as typed by now. */
  readonly settled: boolean;
  readonly printed: string;
  readonly setPrinted: (printed: string) => void;
  readonly start: (device: TestedDevice) => void;
  readonly end: () => void;
}

export function useDeviceTest(): DeviceTest {
  const [test, setTest] = useState<Test>({ phase: 'idle' });
  const [printed, setPrinted] = useState('');
  const [now, setNow] = useState(0);
  const { run: begin } = useCommand('readers.test');
  const { run: finish } = useCommand('readers.endTest');
  const asked = useSettled(printed.trim());
  const listening = test.phase === 'listening';
  const heard = useCall(
    'readers.heard',
    { printed: asked === '' ? null : asked },
    { enabled: listening, keepPrevious: true, forget: true },
  );
  const answer = listening && heard.data?.endsAt === test.endsAt ? heard.data : null;

  const latest = useRef(0);
  const start = useCallback(
    async (device: TestedDevice): Promise<void> => {
      latest.current += 1;
      const mine = latest.current;
      setPrinted('');
      setTest({ phase: 'starting', ...device });
      const { found, profile, collection } = device;
      const reply = await begin({ device: found.device, profile, collection });
      if (latest.current !== mine) return;
      if (!reply.ok) {
        setTest({ phase: 'refused', fault: reply.fields?.device ?? reply.code, ...device });
        return;
      }
      const { endsAt } = reply.value;
      const begun = performance.now();
      setNow(begun);
      setTest({
        phase: 'listening',
        endsAt,
        endsHere: begun + listensFor,
        startedAt: Date.now(),
        ...device,
      });
    },
    [begin],
  );
  const over = useCallback(() => {
    setPrinted('');
    setTest((shown) => (shown.phase === 'listening' ? { phase: 'ended', ...testedDevice(shown) } : shown));
  }, []);
  const end = useCallback(() => {
    over();
    void finish({});
  }, [over, finish]);

  // The core ends a test by itself too: its time is up, or somebody else has begun one.
  const endedElsewhere =
    listening &&
    heard.data !== undefined &&
    !heard.isPlaceholderData &&
    heard.data.endsAt !== test.endsAt &&
    heard.dataUpdatedAt > test.startedAt;
  const secondsLeft = listening ? Math.max(0, Math.ceil((test.endsHere - now) / 1000)) : 0;
  useEffect(() => {
    if (endedElsewhere || (listening && secondsLeft === 0)) over();
  }, [endedElsewhere, listening, secondsLeft, over]);
  useEffect(() => {
    if (!listening) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [listening]);

  const live = useRef(false);
  live.current = test.phase === 'listening' || test.phase === 'starting';
  useEffect(
    () => () => {
      latest.current += 1;
      if (live.current) void call('readers.endTest', {});
    },
    [],
  );

  return {
    test,
    secondsLeft,
    taps: answer?.taps ?? [],
    settled: asked === printed.trim() && !heard.isPlaceholderData,
    printed,
    setPrinted,
    start: (device) => void start(device),
    end,
  };
}
