import { describe, expect, test } from 'vitest';
import { chooseHost } from '../../scripts/launch/host.mjs';

interface Around {
  readonly display?: boolean;
  readonly superuser?: boolean;
  readonly present?: boolean;
  readonly fetched?: boolean;
}

function choose(
  host: 'electron' | 'server' | null,
  { display = true, superuser = false, present = false, fetched = false }: Around,
  open = true,
) {
  let isThere = present;
  const asked: boolean[] = [];
  const choice = chooseHost({ host, open }, '/node', {
    hasDisplay: () => display,
    isSuperuser: () => superuser,
    findElectron: () => (isThere ? '/electron' : null),
    async fetchElectron(_node, again) {
      asked.push(again);
      isThere = fetched;
      return fetched ? null : 'fetching it took too long';
    },
  });
  return choice.then(({ name, why, program }) => ({ name, why, program, asked }));
}

describe('the host of npm start', () => {
  test.each([
    ['Electron where its program is here', null, { present: true }, 'Electron', 'its program is here'],
    [
      'Electron where it can be fetched',
      null,
      { fetched: true },
      'Electron',
      'its program has just been fetched',
    ],
    [
      'the server host where it cannot',
      null,
      {},
      'server host',
      "Electron's program is not here, and fetching it took too long",
    ],
    ['the server host where asked', 'server', { present: true }, 'server host', 'it was asked for'],
    ['Electron where asked', 'electron', { present: true }, 'Electron', 'it was asked for'],
    [
      'the server host without a display',
      'electron',
      { display: false, present: true },
      'server host',
      'this machine has no display for Electron',
    ],
    [
      'the server host for root',
      null,
      { superuser: true, present: true },
      'server host',
      'this is root, under whom Electron runs only without its sandbox',
    ],
  ] as const)('%s', async (_title, host, around, name, why) => {
    expect(await choose(host, around)).toMatchObject({
      name,
      why,
      program: name === 'Electron' ? '/electron' : '/node',
    });
  });

  test('a fetch that failed before is tried again only where Electron is asked for', async () => {
    expect((await choose(null, {})).asked).toEqual([false]);
    expect((await choose('electron', {})).asked).toEqual([true]);
    expect((await choose('electron', { present: true })).asked).toEqual([]);
  });

  test('nothing is fetched where no window is opened', async () => {
    expect(await choose(null, { present: true }, false)).toMatchObject({ name: 'server host', asked: [] });
  });
});
