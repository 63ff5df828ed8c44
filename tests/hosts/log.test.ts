import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultLine } from '../../src/main/core/fault-line.ts';
import { openLog } from '../../src/main/hosts/log.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

function setUp(largest?: number) {
  const folder = temporaryFolder();
  const log = openLog(folder, () => 1_700_000_000_000, largest);
  onTestFinished(() => log.close());
  return { ...log, folder, file: join(folder, 'log', 'foyer.log') };
}

const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('the log', () => {
  it('is one JSON object a line, with the time', () => {
    const { log, file } = setUp();
    log({ event: 'refused', call: 'visits.arrive', code: 'bad-input' });
    log({ event: 'stopped' });
    expect(linesOf(file)).toEqual([
      { at: 1_700_000_000_000, event: 'refused', call: 'visits.arrive', code: 'bad-input' },
      { at: 1_700_000_000_000, event: 'stopped' },
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('cuts what is too long to be a code or an id', () => {
    const { log, file } = setUp();
    log({ event: 'x'.repeat(10_000) });
    expect(linesOf(file)).toEqual([{ at: 1_700_000_000_000, event: 'x'.repeat(200) }]);
  });

  it('grows by whole files, of which it keeps three and the present one', () => {
    const { log, folder, file } = setUp(100);
    for (let number = 0; number < 40; number += 1) log({ event: 'e', number });
    expect(readdirSync(join(folder, 'log')).sort()).toEqual([
      'foyer.log',
      'foyer.log.1',
      'foyer.log.2',
      'foyer.log.3',
    ]);
    for (const name of readdirSync(join(folder, 'log')))
      expect(statSync(join(folder, 'log', name)).size).toBeLessThanOrEqual(100);
    expect(linesOf(file).at(-1)).toMatchObject({ number: 39 });
    expect(linesOf(`${file}.1`).at(-1)).toMatchObject({ number: 37 });
  });

  it('goes on after its folder could not be written', () => {
    const { log, folder, file, close } = setUp();
    log({ event: 'first' });
    close();
    rmSync(join(folder, 'log'), { recursive: true });
    mkdirSync(file, { recursive: true });
    expect(() => log({ event: 'lost' })).not.toThrow();
    rmSync(file, { recursive: true });
    log({ event: 'last' });
    expect(existsSync(file)).toBe(true);
    expect(linesOf(file)).toMatchObject([{ event: 'last' }]);
  });
});

describe('what the log says of a bug', () => {
  it('is its kind and place, never its message or folders', () => {
    const line = faultLine(Object.assign(new TypeError('Birgitte'), { code: 'EBAD' }));
    expect(line.error).toBe('TypeError EBAD');
    expect(line.place).toMatch(/^log\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(line)).not.toContain('Birgitte');
  });

  it('is not what a message pretends to be a place', () => {
    const { place } = faultLine(new Error('no\n    at Birgitte (/home/desk/x.ts:1:2)'));
    expect(place).toMatch(/^log\.test\.ts:\d+:\d+$/);
  });

  it.each(['Birgitte', null, undefined, { name: 'Birgitte' }])('is no more when %j was thrown', (thrown) => {
    expect(JSON.stringify(faultLine(thrown))).not.toContain('Birgitte');
  });
});
