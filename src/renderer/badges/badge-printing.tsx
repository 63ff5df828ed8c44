/**
 * Printing badges and name tags from reception. The core says what stands on them, this page draws it and prints:
 * with the host's printer where there is one, else with the browser's dialog. A print that fails is told and can be
 * tried again or saved as a PDF; nothing waits for it.
 */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { BadgeKind } from '../../shared/badges/design.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { bytesOf } from '../../shared/picture.ts';
import type { Refused } from '../../shared/reply.ts';
import type { PrintOutcome } from '../../shared/transport.ts';
import type { VisitId } from '../../shared/vocabulary.ts';
import { call, printing } from '../client.ts';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useSite } from '../console/site.tsx';
import { saveFile } from '../save-file.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { BadgeSheet } from './badge-sheet.tsx';
import { type LaidOut, layOutBadges } from './lay-out-badges.ts';

export interface BadgeRequest {
  readonly kind: BadgeKind;
  readonly visitIds: readonly VisitId[];
  /** Left out for the site's choice. */
  readonly designId?: string;
  readonly as: 'paper' | 'pdf';
}

export interface BadgePrinting {
  /** True when it was printed or saved, as far as can be known. */
  readonly run: (request: BadgeRequest) => Promise<boolean>;
  readonly busy: boolean;
  /** A badge goes with every card. */
  readonly onCardIssue: boolean;
  /** What the last one came to, where it came to nothing. */
  readonly failure: Failure | null;
  readonly forget: () => void;
}

/** What went wrong, with what is needed to try again. */
interface Failure {
  readonly request: BadgeRequest;
  readonly why: Refused | Exclude<PrintOutcome, 'printed' | 'cancelled'>;
}

const PrintingContext = createContext<BadgePrinting>({
  run: async () => false,
  busy: false,
  onCardIssue: false,
  failure: null,
  forget: () => undefined,
});

export const useBadgePrinting = (): BadgePrinting => useContext(PrintingContext);

type Answer = CallOutput<'badges.print'>;

/** A browser that never says that it is done with the dialog keeps the names in the page no longer than this. */
const longestDialogMs = 120_000;

async function printed(design: Answer['design'], printer: string): Promise<PrintOutcome> {
  if (printing !== null) return printing.print({ ...design.paper, printer });
  const done = new Promise<void>((resolve) => {
    window.addEventListener('afterprint', () => resolve(), { once: true });
    setTimeout(resolve, longestDialogMs);
  });
  window.print();
  await done;
  // A browser does not say what became of it.
  return 'printed';
}

export function BadgePrintingProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('console');
  const toast = useToast();
  const { siteName } = useSite();
  const settings = useCall('badges.designs', {}).data?.settings;
  const [sheet, setSheet] = useState<LaidOut | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** One at a time: a second print waits for the paper of the first. */
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const one = useCallback(
    async (request: BadgeRequest): Promise<boolean> => {
      setFailure(null);
      const { kind, visitIds, designId } = request;
      const reply = await call('badges.print', { kind, visitIds: [...visitIds], designId });
      if (!reply.ok) {
        setFailure({ request, why: reply });
        return false;
      }
      const { value: answer } = reply;
      const fault = request.as === 'pdf' ? await savePdf(answer) : await onPaper(answer);
      if (fault !== null) {
        setFailure({ request, why: fault });
        return false;
      }
      const said = request.as === 'pdf' ? 'badges.saved' : 'badges.printed';
      const left = answer.leftOut > 0 ? ` ${t('badges.leftOut', { count: answer.leftOut })}` : '';
      toast(t(said, { count: answer.badges.length }) + left);
      return true;

      async function savePdf({ designId: id, badges, captions }: Answer): Promise<Refused | null> {
        const pdf = await call('badges.pdf', { designId: id, badges, captions });
        if (!pdf.ok) return pdf;
        const bytes = bytesOf(pdf.value.base64);
        if (bytes === null) return { ok: false, code: 'unavailable' };
        saveFile(new Uint8Array(bytes), 'pdf', kind === 'badge' ? 'badges.pdf' : 'name-tags.pdf');
        return null;
      }

      async function onPaper({ design, badges, captions, printer }: Answer): Promise<Failure['why'] | null> {
        const picture = await call('site.picture', { role: 'logo' });
        const own = picture.ok ? picture.value.picture : null;
        const laidOut = await layOutBadges({ design, badges, captions }, siteName, own);
        flushSync(() => setSheet(laidOut));
        try {
          const outcome = await printed(design, printer);
          return outcome === 'printed' || outcome === 'cancelled' ? null : outcome;
        } finally {
          setSheet(null);
        }
      }
    },
    [siteName, t, toast],
  );

  const run = useCallback(
    (request: BadgeRequest): Promise<boolean> => {
      const turn = last.current.then(async () => {
        setBusy(true);
        try {
          return await one(request);
        } catch {
          setFailure({ request, why: 'failed' });
          return false;
        } finally {
          setBusy(false);
        }
      });
      last.current = turn;
      return turn;
    },
    [one],
  );

  const onCardIssue = settings?.onCardIssue ?? false;
  const value = useMemo(
    () => ({ run, busy, onCardIssue, failure, forget: () => setFailure(null) }),
    [run, busy, onCardIssue, failure],
  );
  return (
    <PrintingContext value={value}>
      {children}
      {sheet === null ? null : <BadgeSheet laidOut={sheet} label={t('badges.sheet')} />}
    </PrintingContext>
  );
}

/** What the last print came to, where it came to nothing. */
export function BadgePrintingFault() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { run, busy, failure, forget } = useBadgePrinting();
  if (failure === null) return null;
  const { request, why } = failure;
  return (
    <DeskMessage tone="bad" icon="printer" title={t(`badges.notPrinted.${request.kind}`)}>
      <p>{typeof why === 'string' ? t(`badges.outcome.${why}`) : words(why)}</p>
      <div className="desk-actions">
        <DeskButton busy={busy} onClick={() => void run(request)}>
          {t('badges.again')}
        </DeskButton>
        {request.as === 'paper' ? (
          <DeskButton busy={busy} onClick={() => void run({ ...request, as: 'pdf' })}>
            {t('badges.pdf')}
          </DeskButton>
        ) : null}
        <DeskButton kind="quiet" onClick={forget}>
          {t('form.close')}
        </DeskButton>
      </div>
    </DeskMessage>
  );
}
