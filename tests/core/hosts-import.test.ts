import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/shared/contract/hosts.ts';
import { mostLines } from '../../src/shared/contract/hosts.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

async function ready(): Promise<TestApp> {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  return test;
}

async function send(test: TestApp, file: string | Uint8Array, apply: boolean): Promise<ImportReport> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const input = { file: Buffer.from(bytes).toString('base64'), apply };
  return (await test.call('console', 'hosts.import', input)).report;
}

const all = async (test: TestApp) =>
  (await test.call('console', 'hosts.list', { text: '', state: 'all' })).hosts.map(
    ({ name, email, department, phone, leftAt }) => [name, email, department, phone, leftAt],
  );

const rows = (test: TestApp): number =>
  Number(test.database.prepare('SELECT count(*) FROM host').pluck().get());

const two = 'Name,E-mail,Department,Phone\nMette Holm,mette@x.dk,Sales,+45 12 34 56 78\nBo Dal,bo@x.dk,IT,\n';

describe('a file of hosts', () => {
  it('is looked at first and changes nothing, then is stored', async () => {
    const test = await ready();
    const looked = await send(test, two, false);
    expect(looked).toEqual({
      applied: false,
      fileFault: null,
      counts: { add: 2, correct: 0, return: 0, unchanged: 0, fault: 0 },
      lines: [
        { line: 2, name: 'Mette Holm', outcome: 'add', faults: [] },
        { line: 3, name: 'Bo Dal', outcome: 'add', faults: [] },
      ],
      ignored: [],
    });
    expect(await all(test)).toEqual([]);
    expect((await send(test, two, true)).applied).toBe(true);
    expect(await all(test)).toEqual([
      ['Bo Dal', 'bo@x.dk', 'IT', '', null],
      ['Mette Holm', 'mette@x.dk', 'Sales', '+45 12 34 56 78', null],
    ]);
  });

  it('corrects who is there by e-mail, brings back who had left, and leaves the others', async () => {
    const test = await ready();
    await send(test, `${two}Ida Eng,ida@x.dk,IT,\nUlf Fjord,ulf@x.dk,IT,\n`, true);
    const { hosts } = await test.call('console', 'hosts.list', { text: 'bo', state: 'all' });
    await test.call('console', 'hosts.leave', { hostId: hosts[0]?.hostId ?? ('' as never), left: true });
    const again = `name;e-mail;department\nMette Lind;METTE@x.dk;Sales\nBo Dal;bo@x.dk;IT\nIda Eng;ida@x.dk;IT\n`;
    const report = await send(test, again, true);
    expect(report.lines.map(({ outcome }) => outcome)).toEqual(['correct', 'return', 'unchanged']);
    expect(await all(test)).toEqual([
      ['Bo Dal', 'bo@x.dk', 'IT', '', null],
      ['Ida Eng', 'ida@x.dk', 'IT', '', null],
      ['Mette Lind', 'METTE@x.dk', 'Sales', '', null],
      ['Ulf Fjord', 'ulf@x.dk', 'IT', '', null],
    ]);
  });

  it.each([
    ['Danish, semicolons', 'Navn;E-mail;Afdeling;Telefon', ';'],
    ['Danish, other words', 'FULDE NAVN;e-post;afdeling;Tlf.', ';'],
    ['English, tabs', 'Full name\tEmail address\tDepartment\tMobile phone', '\t'],
    ['English, commas, quoted', '"Name","E-Mail","Team","Telephone"', ','],
    ['a table of hosts', 'Vært;Mail;Afdeling;Mobil', ';'],
  ])('has headings in %s', async (_, header, sign) => {
    const test = await ready();
    const line = ['Søren Kjær', 'soren@x.dk', 'Køkken', '12345678'].join(sign);
    await send(test, `\uFEFF${header}\r\n${line}\r\n`, true);
    expect(await all(test)).toEqual([['Søren Kjær', 'soren@x.dk', 'Køkken', '12345678', null]]);
  });

  it('may be in Windows-1252, in any order, with other columns beside', async () => {
    const test = await ready();
    const text = 'Kontor;Afdeling;E-mail;Navn\r\n2. sal;Køkken;soren@x.dk;Søren Kjær\r\n';
    const report = await send(test, Buffer.from(text, 'latin1'), true);
    expect(report).toMatchObject({ applied: true, ignored: ['Kontor'] });
    expect(await all(test)).toEqual([['Søren Kjær', 'soren@x.dk', 'Køkken', '', null]]);
  });
});

describe('a fault', () => {
  it('is named with its line and field, and nothing of the file is stored', async () => {
    const test = await ready();
    const file = [
      'Name,E-mail,Department,Phone',
      'Mette Holm,mette@x.dk,Sales,',
      ',nobody,,phone',
      'Bo Dal,METTE@X.dk,IT,',
      'Ida Eng,ida@x.dk,IT,,more',
      `"Ulf ""the"" Fjord"x,ulf@x.dk,IT,`,
      `${'x'.repeat(500)},long@x.dk,IT,`,
      'Per\u0007,per@x.dk,IT,',
      '"Åse,aase@x.dk,IT,',
      'lost,lost@x.dk,IT,',
    ].join('\n');
    for (const apply of [false, true]) {
      const { applied, counts, lines } = await send(test, file, apply);
      expect(applied).toBe(false);
      expect(counts).toMatchObject({ add: 1, fault: 7 });
      const fault = (field: string | null, code: string) => ({ field, code });
      expect(lines.map(({ line, faults }) => [line, faults])).toEqual([
        [2, []],
        [
          3,
          [
            fault('name', 'required'),
            fault('email', 'email'),
            fault('department', 'required'),
            fault('phone', 'phone'),
          ],
        ],
        [4, [fault('email', 'twice')]],
        [5, [fault(null, 'more-cells')]],
        [6, [fault(null, 'quote-stray')]],
        [7, [fault('name', 'too-long')]],
        [8, [fault('name', 'characters')]],
        [9, [fault(null, 'quote-open')]],
      ]);
    }
    expect(rows(test)).toBe(0);
  });

  it.each<[string, string | Uint8Array, string, readonly string[]]>([
    ['an empty file', '', 'empty', []],
    ['a header alone', 'Name,E-mail,Department\n', 'empty', []],
    [
      'a file without headings',
      'Mette Holm,mette@x.dk,Sales\n',
      'column-missing',
      ['name', 'email', 'department'],
    ],
    ['a missing column', 'Navn;Telefon\nMette;1234\n', 'column-missing', ['email', 'department']],
    ['a column that is there twice', 'Name,Navn,E-mail,Department\na,b,c@x.dk,d\n', 'column-twice', ['name']],
    ['UTF-16', Buffer.from('\uFEFFName,E-mail\n', 'utf16le'), 'encoding', []],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'encoding', []],
  ])('of the whole file is named: %s', async (_, file, code, fields) => {
    const test = await ready();
    const report = await send(test, file, true);
    expect(report).toMatchObject({ applied: false, fileFault: { code, fields }, lines: [] });
  });

  it('is a file with more lines than are read', async () => {
    const test = await ready();
    const lines = (count: number) =>
      `Name,E-mail,Department\n${Array.from({ length: count }, (_, index) => `Host H${index},h${index}@x.dk,IT\n`).join('')}`;
    expect(await send(test, lines(mostLines + 1), true)).toMatchObject({
      applied: false,
      fileFault: { code: 'too-many-lines' },
    });
    expect(rows(test)).toBe(0);
    const report = await send(test, lines(mostLines), true);
    expect(report).toMatchObject({ applied: true, counts: { add: mostLines } });
    expect(rows(test)).toBe(mostLines);
  });

  it('in the store leaves nothing half stored', async () => {
    const test = await ready();
    test.database.exec(
      `CREATE TRIGGER full AFTER INSERT ON host WHEN NEW.email = 'bo@x.dk' BEGIN SELECT raise(ABORT, 'full'); END`,
    );
    const input = { file: Buffer.from(two).toString('base64'), apply: true };
    expect(await test.reply('console', 'hosts.import', input)).toMatchObject({ code: 'internal' });
    expect(rows(test)).toBe(0);
  });

  it('never is more than a report: hostile bytes', async () => {
    const test = await ready();
    const piece = fc.constantFrom(
      'Name',
      'E-mail',
      'Department',
      ',',
      ';',
      '\t',
      '"',
      '\r\n',
      '\n',
      'a@x.dk',
      '=1',
      '\0',
      'ø',
      '\uD800',
    );
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.from(pieces.join(''))),
      fc
        .array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 5 })
        .map((cells) =>
          Buffer.from(`Name,E-mail,Department\n${cells.map((row) => row.join(',')).join('\n')}`),
        ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (bytes) => {
        const report = await send(test, bytes, false);
        expect(report.counts.fault).toBe(report.lines.filter(({ faults }) => faults.length > 0).length);
        expect(report.fileFault !== null).toBe(report.lines.length === 0);
        const known = report.lines.flatMap(({ faults }) => faults.map(({ code }) => code));
        for (const code of known) expect(code).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 300 },
    );
    expect(rows(test)).toBe(0);
  });
});

describe('the export', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 30 });

  it('is imported as it was, whatever the names are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 5 }), async (texts) => {
        const test = await ready();
        let added = 0;
        for (const [name, department] of [...texts, ['=cmd|x', '@SUM(1)'] as const]) {
          const email = `h${added}@x.dk`;
          const reply = await test.reply('console', 'hosts.add', {
            name,
            email,
            department,
            phone: '+45 12345678',
          });
          if (reply.ok) added += 1;
        }
        const before = await all(test);
        const { csv, hosts } = await test.call('console', 'hosts.export', {});
        expect(hosts).toBe(added);
        const report = await send(test, csv, false);
        expect(report.counts).toMatchObject({ unchanged: added, fault: 0, correct: 0 });
        const other = await ready();
        await send(other, csv, true);
        expect(await all(other)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('holds no formula, and nobody who has left', async () => {
    const test = await ready();
    await send(test, `${two}"=HYPERLINK(""http://x"")",evil@x.dk,"@SUM(A1)",\n`, true);
    const { hosts } = await test.call('console', 'hosts.list', { text: 'bo', state: 'all' });
    await test.call('console', 'hosts.leave', { hostId: hosts[0]?.hostId ?? ('' as never), left: true });
    const { csv } = await test.call('console', 'hosts.export', {});
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(`"'@SUM(A1)"`);
    expect(csv).toContain('"+45 12 34 56 78"');
    expect(csv).not.toContain('bo@x.dk');
    test.settle();
    const details = test.database
      .prepare<[], string>(`SELECT detail FROM audit WHERE act = 'hosts.export'`)
      .pluck()
      .all();
    expect(details).toEqual(['hosts 2']);
  });
});
