/** Runs one export: starts it, reads page after page, and hands the file to the browser. */
import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract/contract.ts';
import type { Refused, Reply } from '../../../shared/reply.ts';
import { call } from '../../client.ts';
import { saveFile } from '../../save-file.ts';
import { type CellWords, createExportFile, exportFileName } from './visits-file.ts';

/** Tries of a page that got no answer, and the milliseconds between them: a core that died is back within that. */
const tries = 5;
const againMs = 1_000;

export type ExportState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly read: number; readonly visits: number }
  | { readonly state: 'done'; readonly visits: number; readonly restricted: number }
  | { readonly state: 'stopped' }
  | { readonly state: 'refused'; readonly refused: Refused };

async function readPage(exportId: string, page: number): Promise<Reply<CallOutput<'exports.page'>>> {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await call('exports.page', { exportId, page });
    if (reply.ok || reply.code !== 'unavailable' || attempt === tries) return reply;
    await new Promise((resume) => setTimeout(resume, againMs));
  }
}

export function useExport(timeZone: string, words: CellWords) {
  const [state, setState] = useState<ExportState>({ state: 'idle' });
  const wanted = useRef(0);
  // Whoever leaves the screen, or is locked out of it, gets no file.
  useEffect(
    () => () => {
      wanted.current += 1;
    },
    [],
  );

  async function run(input: CallInput<'exports.start'>): Promise<void> {
    wanted.current += 1;
    const mine = wanted.current;
    const started = await call('exports.start', input);
    if (mine !== wanted.current) return;
    if (!started.ok) return setState({ state: 'refused', refused: started });
    const { exportId, startedAt, visits, restricted } = started.value;
    const { from, to, purpose, columns, format } = input;
    const head = { from, to, timeZone, purpose, exportedAt: startedAt, columns };
    const file = createExportFile(format, head, words);
    let read = 0;
    setState({ state: 'running', read, visits });
    for (let page = 0; ; page += 1) {
      const reply = await readPage(exportId, page);
      if (mine !== wanted.current) return;
      if (!reply.ok) return setState({ state: 'refused', refused: reply });
      file.add(reply.value.visits);
      read += reply.value.visits.length;
      if (!reply.value.more) break;
      setState({ state: 'running', read, visits });
    }
    saveFile(file.end(), format, exportFileName(input, format));
    // Who was restricted while it was read is left out as well.
    setState({ state: 'done', visits: read, restricted });
  }

  return {
    state,
    run,
    /** Nothing is saved. */
    stop() {
      wanted.current += 1;
      setState({ state: 'stopped' });
    },
    forget: () => setState({ state: 'idle' }),
  };
}
