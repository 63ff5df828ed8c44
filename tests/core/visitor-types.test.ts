import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { VisitorType } from '../../src/shared/contract/visitor-types.ts';
import { answerFaults, answersTo } from '../../src/shared/visitor-answers.ts';
import { createTestApp, siteSettings, type TestApp } from '../support/app.ts';
import { addType, answered, choose, contractor, meeting, offered } from '../support/visitor-types.ts';

let test: TestApp;
beforeEach(async () => {
  test = createTestApp();
  await test.setUp();
  await test.signIn();
});

const details = async (more: object = {}) => ({
  visitId: test.newVisitId(),
  name: 'Ane Ask',
  email: 'ane@example.com',
  phone: '+45 12 34 56 78',
  company: 'Byg ApS',
  host: 'Host',
  language: 'en',
  noticeId: (await test.call('kiosk', 'notice.current', { language: 'en' })).noticeId,
  ...more,
});
const arrive = async (more: object) => test.reply('kiosk', 'visits.arrive', (await details(more)) as never);
const rowOf = async (visitId: string) =>
  (await test.call('console', 'visits.get', { visitId: visitId as never })).visit;
const save = (type: VisitorType, id: string | null = null, version = 0) =>
  test.reply('console', 'types.save', { visitorTypeId: id as never, version, type });

describe('a site without types', () => {
  it('offers none, and a visit has none', async () => {
    expect(await offered(test)).toEqual([]);
    const visitId = await test.arrive('Ane Ask');
    expect(await rowOf(visitId)).toMatchObject({ visitorType: '', answers: [] });
    expect(await test.call('console', 'visits.get', { visitId })).toMatchObject({ rules: null });
  });
});

describe('a visit of a type', () => {
  beforeEach(async () => {
    await addType(test, meeting);
    await addType(test, contractor);
  });

  it('keeps its type, its answers and the rules that were shown', async () => {
    const visitorType = await choose(test, 'Contractor', answered);
    const visitId = await test.arrive('Ane Ask', { visitorType });
    expect(await rowOf(visitId)).toMatchObject({
      visitorType: 'Contractor',
      card: { state: 'none' },
      answers: [
        { fieldId: 'f1', label: 'Permit to work', value: 'Permit Canary 77', text: 'Permit Canary 77' },
        { fieldId: 'f2', kind: 'registration', value: 'AB 12 345' },
        { fieldId: 'f3', label: 'Trade', value: 'o2', text: 'Water' },
        { fieldId: 'f4', value: 'no', text: 'no' },
      ],
    });
    expect(await test.call('console', 'visits.get', { visitId })).toMatchObject({
      rules: { language: 'en', hash: visitorType.rulesHash, paragraphs: contractor.rules.en },
    });
    const { visits } = await test.call('console', 'visits.onSite', {});
    expect(visits).toMatchObject([{ visitorType: 'Contractor' }]);
  });

  it('has a card due or not as its type says', async () => {
    const due = await arrive({ visitorType: await choose(test, 'Meeting') });
    const not = await arrive({ visitorType: await choose(test, 'Contractor', answered) });
    expect([due, not]).toMatchObject([{ value: { cardDue: true } }, { value: { cardDue: false } }]);
    await test.call('console', 'site.change', { ...siteSettings, cardForEveryone: false });
    await addType(test, { ...meeting, names: { en: 'Tour' }, card: 'site' });
    const asSite = await arrive({ visitorType: await choose(test, 'Tour') });
    expect(asSite).toMatchObject({ value: { cardDue: false } });
  });

  it.each([
    ['no answer to a question that needs one', { ...answered, f1: ' ' }, { f1: 'required' }],
    ['two wrong answers', { ...answered, f2: '??', f3: 'o9' }, { f2: 'registration', f3: 'shape' }],
    ['neither yes nor no', { ...answered, f4: 'perhaps' }, { f4: 'shape' }],
    ['a line that cannot be stored', { ...answered, f1: 'a\u0000b' }, { f1: 'characters' }],
    ['too much', { ...answered, f1: 'x'.repeat(121) }, { f1: 'too-long' }],
  ])('is refused with %s, beside the field', async (_what, answers, faults) => {
    const reply = await arrive({ visitorType: await choose(test, 'Contractor', answers) });
    const fields = Object.fromEntries(
      Object.entries(faults).map(([field, message]) => [`visitorType.answers.${field}`, message]),
    );
    expect(reply).toEqual({ ok: false, code: 'bad-input', fields });
    expect((await test.call('console', 'visits.onSite', {})).visits).toEqual([]);
  });

  it('is refused with an answer nobody asked for', async () => {
    const reply = await arrive({ visitorType: await choose(test, 'Contractor', { ...answered, f9: 'x' }) });
    expect(reply).toMatchObject({ code: 'bad-input' });
    expect(JSON.stringify(reply)).not.toContain('Canary');
  });

  it('needs the rules acknowledged as they stand', async () => {
    const chosen = await choose(test, 'Contractor', answered);
    for (const rulesHash of [null, 'f'.repeat(64)])
      expect(await arrive({ visitorType: { ...chosen, rulesHash } })).toMatchObject({
        code: 'bad-input',
        fields: { 'visitorType.rulesHash': 'required' },
      });
    const none = await choose(test, 'Meeting');
    expect(await arrive({ visitorType: { ...none, rulesHash: chosen.rulesHash } })).toMatchObject({
      code: 'bad-input',
    });
  });

  it('needs the company or the host its type needs', async () => {
    const visitorType = await choose(test, 'Contractor', answered);
    expect(await arrive({ visitorType, company: ' ' })).toMatchObject({ fields: { company: 'required' } });
    const other = await choose(test, 'Meeting');
    expect(await arrive({ visitorType: other, host: '' })).toMatchObject({ fields: { host: 'required' } });
  });

  it('is chosen anew where the type was retired, changed or not chosen', async () => {
    const visitorType = await choose(test, 'Contractor', answered);
    expect(await arrive({})).toMatchObject({ code: 'type-outdated' });
    const changed = { ...contractor, names: { en: 'Tradesperson' } };
    await save(changed, visitorType.visitorTypeId, 1);
    expect(await arrive({ visitorType })).toMatchObject({ code: 'type-outdated' });
    const now = await choose(test, 'Tradesperson', answered);
    await test.call('console', 'types.retire', { visitorTypeId: now.visitorTypeId, retired: true });
    expect(await arrive({ visitorType: now })).toMatchObject({ code: 'type-outdated' });
    await test.call('console', 'types.retire', { visitorTypeId: now.visitorTypeId, retired: false });
    expect(await arrive({ visitorType: now })).toMatchObject({ ok: true });
  });

  it('sent again is the same visit, whatever became of its type', async () => {
    const visitorType = await choose(test, 'Contractor', answered);
    const sent = await details({ visitorType });
    const first = await test.reply('kiosk', 'visits.arrive', sent as never);
    await test.call('console', 'types.retire', { visitorTypeId: visitorType.visitorTypeId, retired: true });
    expect(await test.reply('kiosk', 'visits.arrive', sent as never)).toEqual(first);
  });

  it('keeps the words it was asked by', async () => {
    const visitorType = await choose(test, 'Contractor', answered);
    const visitId = await test.arrive('Ane Ask', { visitorType });
    await save(
      { ...contractor, names: { en: 'Tradesperson' }, fields: [], rules: {} },
      visitorType.visitorTypeId,
      1,
    );
    expect(await rowOf(visitId)).toMatchObject({ visitorType: 'Contractor', answers: { length: 4 } });
    expect(await test.call('console', 'visits.get', { visitId })).toMatchObject({
      rules: { paragraphs: contractor.rules.en },
    });
  });

  it('is corrected by reception, and the audit names fields only', async () => {
    const visitId = await test.arrive('Ane Ask', { visitorType: await choose(test, 'Contractor', answered) });
    const { name, email, phone, company, host } = await rowOf(visitId);
    const same = { visitId, name, email, phone, company, host };
    await test.call('console', 'visits.correct', { ...same, phone: '+45 99 99 99 99' });
    expect((await rowOf(visitId)).answers[0]?.value).toBe('Permit Canary 77');
    const answers = { ...answered, f1: 'Permit Heron 78' };
    const { visit } = await test.call('console', 'visits.correct', { ...same, answers });
    expect(visit.answers[0]?.value).toBe('Permit Heron 78');
    expect(
      await test.reply('console', 'visits.correct', { ...same, answers: { ...answers, f3: '' } }),
    ).toMatchObject({ fields: { 'answers.f3': 'required' } });
    const plain = await test.arrive('Bo Bøg', { visitorType: await choose(test, 'Meeting') });
    expect(
      await test.reply('console', 'visits.correct', { ...same, visitId: plain, answers: { f1: 'x' } }),
    ).toMatchObject({ code: 'bad-input' });
    const audit = JSON.stringify(test.database.prepare('SELECT * FROM audit').all());
    expect(audit).toContain('phone');
    expect(audit).toContain('answers.f1');
    expect(audit).not.toContain('answers.f2');
    expect(JSON.stringify([audit, test.log, test.events])).not.toMatch(/canary|heron|ab 12/i);
  });

  it('is not found by its answers', async () => {
    await test.arrive('Ane Ask', { visitorType: await choose(test, 'Contractor', answered) });
    test.settle();
    for (const text of ['canary', 'AB 12 345', 'contractor', 'water']) {
      const { results } = await test.call('console', 'visits.search', { text, scope: 'all' });
      expect(results, text).toEqual([]);
    }
  });
});

describe('the office', () => {
  it('adds, changes, arranges and retires types', async () => {
    const first = await addType(test, meeting);
    const second = await addType(test, contractor);
    const names = async () => (await offered(test)).map((type) => type.names.en);
    expect(await names()).toEqual(['Meeting', 'Contractor']);
    await test.call('console', 'types.arrange', { visitorTypeIds: [second, first] });
    expect(await names()).toEqual(['Contractor', 'Meeting']);
    await test.call('console', 'types.retire', { visitorTypeId: second, retired: true });
    expect(await names()).toEqual(['Meeting']);
    const { types } = await test.call('console', 'types.list', {});
    expect(types).toMatchObject([
      { visitorTypeId: first, version: 1, retired: false, type: meeting },
      { visitorTypeId: second, version: 1, retired: true, type: contractor },
    ]);
    for (const visitorTypeIds of [[], [first, first], [first, second], [second]])
      expect(await test.reply('console', 'types.arrange', { visitorTypeIds })).toMatchObject({
        code: 'type-outdated',
      });
  });

  it('makes no version of the same words, and none over a newer one', async () => {
    const id = await addType(test, meeting);
    expect(await save(meeting, id, 1)).toMatchObject({ value: { version: 1 } });
    expect(await save({ ...meeting, card: 'site' }, id, 1)).toMatchObject({ value: { version: 2 } });
    expect(await save(meeting, id, 1)).toEqual({ ok: false, code: 'type-outdated' });
    expect(await save(meeting, test.newVisitId(), 1)).toMatchObject({ code: 'not-found' });
  });

  it('offers twelve at most', async () => {
    const ids = [];
    for (let number = 0; number < 12; number += 1)
      ids.push(await addType(test, { ...meeting, names: { en: `Type ${number}` } }));
    expect(await save(meeting)).toEqual({ ok: false, code: 'bad-input', fields: { '': 'types-many' } });
    await test.call('console', 'types.retire', { visitorTypeId: ids[3] as never, retired: true });
    await addType(test, meeting);
    expect(
      await test.reply('console', 'types.retire', { visitorTypeId: ids[3] as never, retired: false }),
    ).toMatchObject({ fields: { '': 'types-many' } });
  });

  const field = contractor.fields[0] as VisitorType['fields'][number];
  const choice = contractor.fields[2] as VisitorType['fields'][number];
  it.each<[string, VisitorType, Record<string, string>]>([
    [
      'a name in the default language',
      { ...meeting, names: { da: 'Møde' } },
      { 'type.names.en': 'required' },
    ],
    [
      'a purpose for every field',
      {
        ...meeting,
        fields: [{ ...field, words: { en: { label: 'Permit', help: '', purpose: ' ' } } }],
      },
      { 'type.fields.0.words.en.purpose': 'required' },
    ],
    [
      'a label in the default language',
      { ...meeting, fields: [{ ...field, words: { da: { label: 'A', help: '', purpose: 'B' } } }] },
      { 'type.fields.0.words.en.label': 'required' },
    ],
    [
      'two options of a choice',
      { ...meeting, fields: [{ ...choice, options: choice.options.slice(1) }] },
      { 'type.fields.0.options': 'required' },
    ],
    ['ids that differ', { ...meeting, fields: [field, field] }, { 'type.fields': 'taken' }],
    [
      'four fields at most',
      { ...meeting, fields: [1, 2, 3, 4, 5].map((number) => ({ ...field, fieldId: `f${number}` })) },
      { 'type.fields': 'shape' },
    ],
    [
      'rules in the default language',
      { ...meeting, rules: { da: ['Ingen åben ild.'] } },
      { 'type.rules.en': 'required' },
    ],
    [
      'at most 120 words of rules',
      { ...meeting, rules: { en: [Array(61).fill('word').join(' '), Array(60).fill('word').join(' ')] } },
      { 'type.rules.en': 'rules-long' },
    ],
  ])('needs %s', async (_what, type, fields) => {
    expect(await save(type)).toEqual({ ok: false, code: 'bad-input', fields });
    expect(await offered(test)).toEqual([]);
  });

  it('takes rules of exactly 120 words', async () => {
    const rules = { en: [Array(120).fill('word').join(' ')] };
    expect(await save({ ...meeting, rules })).toMatchObject({ ok: true });
  });

  it.each(['reception', 'security'] as const)('is closed to %s', async (role) => {
    await test.signIn('c', [role]);
    const reply = await test.reply(
      'console',
      'types.save',
      { visitorTypeId: null, version: 0, type: meeting },
      'c',
    );
    expect(reply).toMatchObject({ code: 'not-allowed' });
  });
});

describe('an invitation', () => {
  const invite = async (visitorTypeId?: string) =>
    test.reply('console', 'invitations.make', {
      name: 'Ane Ask',
      email: 'ane@example.com',
      phone: '',
      company: '',
      host: '',
      validOn: '2026-03-02',
      ...(visitorTypeId && { visitorTypeId: visitorTypeId as never }),
    });

  it('carries a type until that is retired', async () => {
    const id = await addType(test, contractor);
    const made = await invite(id);
    if (!made.ok) throw new Error('refused');
    expect(made.value.invitation.visitorTypeId).toBe(id);
    const open = () => test.call('kiosk', 'invitations.open', { by: 'typed', code: made.value.typedCode });
    expect(await open()).toMatchObject({ invitation: { visitorTypeId: id } });
    await test.call('console', 'types.retire', { visitorTypeId: id, retired: true });
    expect(await open()).toMatchObject({ invitation: { visitorTypeId: null } });
    expect(await invite(id)).toMatchObject({ code: 'type-outdated' });
    expect(await invite()).toMatchObject({ value: { invitation: { visitorTypeId: null } } });
  });
});

describe('answers', () => {
  const { fields } = contractor;
  const given = fc.dictionary(
    fc.constantFrom('f1', 'f2', 'f3', 'f4'),
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', 'o1', 'o2', 'yes', 'no', 'ab 1', 'XY-77', ' '),
    ),
  );

  it('are either refused field by field or stay as they are when checked again', () => {
    let passed = 0;
    fc.assert(
      fc.property(given, (answers) => {
        const faults = answerFaults(fields, answers);
        const parsed = answersTo(fields).safeParse(answers);
        expect(parsed.success).toBe(Object.keys(faults).length === 0);
        for (const fault of Object.keys(faults)) expect(['f1', 'f2', 'f3', 'f4']).toContain(fault);
        if (!parsed.success) return;
        passed += 1;
        expect(answersTo(fields).parse(parsed.data)).toEqual(parsed.data);
        expect(Object.keys(parsed.data).sort()).toEqual(['f1', 'f2', 'f3', 'f4']);
        expect(parsed.data.f1).not.toBe('');
        expect(['o1', 'o2']).toContain(parsed.data.f3);
      }),
      { numRuns: 2000, examples: [[{ f1: 'a', f3: 'o1', f4: 'yes' }]] },
    );
    expect(passed).toBeGreaterThan(0);
  });

  it('are a registration in capitals, however it was typed', () => {
    const part = fc.stringMatching(/^[a-zæøå0-9]{1,4}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 3 }), fc.nat(3), (parts, spaces) => {
        const typed = parts.join(` ${' '.repeat(spaces)}`);
        const parsed = answersTo(fields).parse({ f1: 'x', f2: ` ${typed}`, f3: 'o1', f4: 'no' });
        expect(parsed.f2).toBe(parts.join(' ').toUpperCase());
      }),
    );
  });

  it.each(['', 'AB 12 345', 'B-XY 1234', 'ÅÆ 12', '沪A 12345'])('take the registration %j', (f2) => {
    expect(answerFaults(fields, { ...answered, f2 })).toEqual({});
  });

  it.each(['-', '?', 'A', 'AB_12', 'X'.repeat(16), '- -'])('refuse the registration %j', (f2) => {
    expect(answerFaults(fields, { ...answered, f2 })).toEqual({ f2: 'registration' });
  });
});
