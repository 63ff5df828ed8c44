/** Events: guests from lines, CSV and calendars, arriving one by one, and gone with their clock. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../src/shared/contract/contract.ts';
import type { EventId } from '../../src/shared/vocabulary.ts';
import { createOutboxApp, everyValue, mailSettings, type OutboxApp } from '../outbox/support/outbox-app.ts';
import { createTestClock } from '../support/app.ts';

const board: CallInput<'events.plan'> = {
  title: 'Board meeting',
  validOn: '2026-03-02',
  starts: '09:00',
  ends: '12:30',
  host: 'Mette Holm',
};

const plan = async (test: OutboxApp, more: Partial<typeof board> = {}) =>
  (await test.call('console', 'events.plan', { ...board, ...more })).event;

const add = async (test: OutboxApp, eventId: EventId, list: string, apply = true) =>
  (await test.call('console', 'events.addGuests', { eventId, list, apply })).report;

const events = async (test: OutboxApp) => (await test.call('console', 'events.list', {})).events;

const three = 'Anna Ask <anna@x.dk>\nBo Bøg, bo@x.dk\nEa Eg, ea@x.dk, 12345678, Eg A/S\n';

describe('an event', () => {
  it('counts its guests as they are invited, arrive one by one and are cancelled', async () => {
    const test = await createOutboxApp();
    const { eventId } = await plan(test);
    await add(test, eventId, three);
    const { invitations } = await test.call('console', 'invitations.expected', {});
    expect(invitations.map((row) => [row.name, row.host, row.eventId])).toEqual([
      ['Anna Ask', 'Mette Holm', eventId],
      ['Bo Bøg', 'Mette Holm', eventId],
      ['Ea Eg', 'Mette Holm', eventId],
    ]);
    const [anna, bo] = invitations;
    await test.arrive('Anna Ask', { invitationId: anna?.invitationId as never });
    await test.call('console', 'invitations.cancel', { invitationId: bo?.invitationId as never });
    expect(await events(test)).toMatchObject([{ title: 'Board meeting', guests: 2, arrived: 1 }]);
  });

  it('still counts who has arrived after a purge in the middle of its day', async () => {
    const test = await createOutboxApp();
    const { eventId } = await plan(test);
    await add(test, eventId, three);
    const { invitations } = await test.call('console', 'invitations.expected', {});
    await test.arrive('Anna Ask', { invitationId: invitations[0]?.invitationId as never });
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    test.settle();
    expect(test.database.prepare('SELECT count(*) FROM invitation').pluck().get()).toBe(2);
    expect(await events(test)).toMatchObject([{ guests: 3, arrived: 1 }]);
  });

  it('mails each guest a code of their own, with the times', async () => {
    const test = await createOutboxApp();
    await test.call('console', 'mail.change', mailSettings);
    const { eventId } = await plan(test);
    await add(test, eventId, three);
    await test.deliver();
    expect(test.courier.letters.map(({ to }) => to.address).sort()).toEqual([
      'anna@x.dk',
      'bo@x.dk',
      'ea@x.dk',
    ]);
    expect(new Set(test.courier.letters.map(({ qrText }) => qrText)).size).toBe(3);
    expect(test.courier.letters[0]?.text).toContain('Time: 09:00–12:30');
  });

  it('that is off expects nobody any more', async () => {
    const test = await createOutboxApp();
    const { eventId } = await plan(test);
    await add(test, eventId, three);
    expect(await test.call('console', 'events.cancel', { eventId })).toEqual({ cancelled: 3 });
    expect((await test.call('console', 'invitations.expected', {})).invitations).toEqual([]);
    expect(await events(test)).toEqual([]);
    const more = { eventId, list: three, apply: true };
    expect(await test.reply('console', 'events.addGuests', more)).toMatchObject({ code: 'not-found' });
  });

  it.each([
    [{ validOn: '2026-03-01' }, { validOn: 'day-past' }],
    [{ validOn: '2028-01-01' }, { validOn: 'day-far' }],
    [{ title: '' }, { title: 'required' }],
    [{ starts: '9' }, { starts: 'time' }],
    [{ starts: '12:30' }, { ends: 'time-order' }],
  ])('with %j is refused by the field', async (more, fields) => {
    const test = await createOutboxApp();
    const reply = await test.reply('console', 'events.plan', { ...board, ...more });
    expect(reply).toMatchObject({ code: 'bad-input', fields });
  });
});

describe('a list of guests', () => {
  it('is looked at first and changes nothing; with a fault nothing of it is stored', async () => {
    const test = await createOutboxApp();
    const { eventId } = await plan(test);
    expect((await add(test, eventId, three, false)).counts).toEqual({ add: 3, known: 0, fault: 0 });
    const report = await add(test, eventId, `${three}No Address\nAnna Again, ANNA@x.dk\n`);
    expect(report.applied).toBe(false);
    expect(report.lines.slice(3)).toEqual([
      { line: 4, name: 'No Address', outcome: 'fault', faults: [{ field: 'email', code: 'required' }] },
      { line: 5, name: 'Anna Again', outcome: 'fault', faults: [{ field: 'email', code: 'twice' }] },
    ]);
    expect(await events(test)).toMatchObject([{ guests: 0 }]);
  });

  it('is CSV with headings in any order, and read twice invites nobody twice', async () => {
    const test = await createOutboxApp();
    const { eventId } = await plan(test);
    const csv = 'E-mail;Firma;Navn\nanna@x.dk;Ask A/S;Anna Ask\nbo@x.dk;;Bo Bøg\n';
    expect((await add(test, eventId, csv)).counts).toEqual({ add: 2, known: 0, fault: 0 });
    expect((await add(test, eventId, csv)).counts).toEqual({ add: 0, known: 2, fault: 0 });
    expect(await events(test)).toMatchObject([{ guests: 2 }]);
  });

  it('never is more than a report, whatever it holds', async () => {
    const test = await createOutboxApp();
    const { eventId } = await plan(test);
    const piece = fc.constantFrom(
      'Name',
      'E-mail',
      ',',
      ';',
      '\n',
      '"',
      '<',
      '>',
      'a@x.dk',
      'Bo',
      '\t',
      '\r',
    );
    const list = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    await fc.assert(
      fc.asyncProperty(list, async (text) => {
        const reply = await test.reply('console', 'events.addGuests', { eventId, list: text, apply: false });
        if (!reply.ok) expect(reply.code).toBe('bad-input');
      }),
      { numRuns: 200 },
    );
  });

  it('of a thousand lets others go first, and each slice is in the audit', async () => {
    const clock = createTestClock();
    let drift = 0;
    // Every look at the clock takes a tenth of a millisecond.
    const ticking = {
      ...clock,
      monotonic() {
        drift += 0.1;
        return clock.monotonic() + drift;
      },
    };
    const test = await createOutboxApp(ticking);
    const { eventId } = await plan(test);
    const list = Array.from({ length: 1_000 }, (_, index) => `Guest G${index}, g${index}@x.dk`).join('\n');
    const adding = add(test, eventId, list);
    let between = 0;
    for (let count = 0; count < 1_000; ) {
      await new Promise((resume) => setImmediate(resume));
      count = Number(test.database.prepare('SELECT count(*) FROM invitation').pluck().get());
      if (count > 0 && count < 1_000) between += 1;
    }
    expect((await adding).applied).toBe(true);
    expect(between).toBeGreaterThan(10);
    const parts = test.database
      .prepare<[], string>("SELECT detail FROM audit WHERE act = 'events.addGuests' AND detail LIKE 'part %'")
      .pluck()
      .all();
    expect(parts.reduce((sum, part) => sum + Number(part.slice(5)), 0)).toBe(1_000);
  });
});

const calendar = (...entries: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n${entries.map((entry) => `BEGIN:VEVENT\r\n${entry.trim().replace(/\n\s*/g, '\r\n')}\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`;

const read = (test: OutboxApp, text: string, apply = true) =>
  test.call('console', 'events.import', { file: Buffer.from(text).toString('base64'), apply });

const visit = `
  UID:canary-uid-1
  SUMMARY:Visit of the board
  DTSTART:20260304T080000Z
  DTEND:20260304T101500Z
  ORGANIZER;CN=Mette Holm:mailto:mette.holm@example.com
  ATTENDEE;CN=Mette Holm:mailto:METTE.HOLM@example.com
  ATTENDEE;CN=Anna Ask;PARTSTAT=ACCEPTED:mailto:anna@x.dk
  ATTENDEE:mailto:bo.boeg@x.dk
  ATTENDEE;CN=No;PARTSTAT=DECLINED:mailto:no@x.dk
  ATTENDEE;CUTYPE=ROOM;CN=Big room:mailto:room@x.dk`;

describe('a calendar', () => {
  it('becomes events with guests, in the time of the site, once', async () => {
    const test = await createOutboxApp();
    await test.addMette();
    const looked = await read(test, calendar(visit), false);
    const entry = {
      title: 'Visit of the board',
      validOn: '2026-03-04',
      guests: 2,
      outcome: 'add',
      fault: null,
    };
    expect(looked).toEqual({ applied: false, fault: null, entries: [entry] });
    expect(await events(test)).toEqual([]);
    await read(test, calendar(visit));
    expect(await events(test)).toMatchObject([
      { title: 'Visit of the board', starts: '09:00', ends: '11:15', host: 'Mette Holm', guests: 2 },
    ]);
    const { invitations } = await test.call('console', 'invitations.expected', {});
    expect(invitations.map(({ name, email }) => [name, email])).toEqual([
      ['Anna Ask', 'anna@x.dk'],
      ['bo boeg', 'bo.boeg@x.dk'],
    ]);
    expect((await read(test, calendar(visit))).entries).toMatchObject([{ outcome: 'known' }]);
    expect(await events(test)).toHaveLength(1);
    expect(everyValue(test)).not.toContain('canary-uid');
  });

  it.each([
    ['SUMMARY:X\nUID:1\nDTSTART;VALUE=DATE:20260304\nRRULE:FREQ=DAILY\nATTENDEE:mailto:a@x.dk', 'recurring'],
    ['SUMMARY:X\nUID:1\nDTSTART;VALUE=DATE:20260304\nSTATUS:CANCELLED\nATTENDEE:mailto:a@x.dk', 'cancelled'],
    ['SUMMARY:X\nUID:1\nDTSTART;VALUE=DATE:20260301\nATTENDEE:mailto:a@x.dk', 'day-past'],
    ['SUMMARY:X\nUID:1\nDTSTART;VALUE=DATE:20260304', 'no-guests'],
    ['SUMMARY:X\nUID:1\nDTSTART;VALUE=DATE:20260304\nATTENDEE:mailto:nonsense', 'guest'],
    ['UID:1\nDTSTART;VALUE=DATE:20260304\nATTENDEE:mailto:a@x.dk', 'shape'],
    ['SUMMARY:X\nUID:1\nATTENDEE:mailto:a@x.dk', 'shape'],
  ])('entry %j is left out: %s', async (entry, fault) => {
    const test = await createOutboxApp();
    expect((await read(test, calendar(entry))).entries).toMatchObject([{ outcome: 'fault', fault }]);
    expect(await events(test)).toEqual([]);
  });

  it('keeps whole days and the times of its own zones', async () => {
    const test = await createOutboxApp();
    const zone =
      'BEGIN:VTIMEZONE\r\nTZID:New York\r\nBEGIN:STANDARD\r\nDTSTART:20251102T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n';
    const text = calendar(
      'SUMMARY:A\nUID:1\nDTSTART;VALUE=DATE:20260304\nATTENDEE:mailto:a@x.dk',
      'SUMMARY:B\nUID:2\nDTSTART;TZID=Europe/Copenhagen:20260305T100000\nATTENDEE:mailto:a@x.dk',
      'SUMMARY:C\nUID:3\nDTSTART:20260306T110000\nATTENDEE:mailto:a@x.dk',
      'SUMMARY:D\nUID:4\nDTSTART;TZID=New York:20260306T200000\nATTENDEE:mailto:a@x.dk',
    ).replace('BEGIN:VEVENT', `${zone}BEGIN:VEVENT`);
    await read(test, text);
    expect((await events(test)).map(({ title, validOn, starts }) => [title, validOn, starts])).toEqual([
      ['A', '2026-03-04', ''],
      ['B', '2026-03-05', '10:00'],
      ['C', '2026-03-06', '11:00'],
      ['D', '2026-03-07', '02:00'],
    ]);
  });

  it('that is none is said to be none, whatever it holds', async () => {
    const test = await createOutboxApp();
    expect(await read(test, 'no calendar')).toMatchObject({ fault: 'not-calendar' });
    expect(await read(test, calendar())).toMatchObject({ fault: 'empty' });
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => {
        const reply = await read(test, calendar(`SUMMARY:X\nUID:1\n${text}`), false);
        expect([null, 'not-calendar', 'empty']).toContain(reply.fault);
      }),
      { numRuns: 100 },
    );
  });
});

describe('deletion', () => {
  it('of an event comes with the clock of contact details after its day, and takes its words', async () => {
    const test = await createOutboxApp();
    const { eventId } = await plan(test, { title: 'Canary meeting', host: 'Canary Host' });
    await add(test, eventId, 'Canary Guest, canary@x.dk\n');
    for (let hours = 0; hours < 33 * 24; hours += 1) {
      test.clock.advance(3_600_000);
      test.settle();
    }
    expect(everyValue(test)).not.toMatch(/canary/i);
    await test.signIn();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    expect(certificates.reduce((sum, { counts }) => sum + counts.events, 0)).toBe(1);
    expect(certificates.reduce((sum, { counts }) => sum + counts.invitations, 0)).toBe(1);
  });

  it('leaves no name in audit, events and log', async () => {
    const test = await createOutboxApp();
    const { eventId } = await plan(test, { title: 'Canary meeting', host: 'Canary Host' });
    await add(test, eventId, 'Canary Guest, canary@x.dk\nCanary\n', false);
    await add(test, eventId, 'Canary Guest, canary@x.dk\n');
    await read(test, calendar(visit));
    const audit = test.database.prepare('SELECT * FROM audit').all();
    expect(JSON.stringify([audit, test.events, test.log])).not.toMatch(/canary|mette|@x/i);
  });
});
