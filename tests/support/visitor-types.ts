/** A type of visitor with a field of each kind and rules, and how one is chosen. */
import type { ChosenType, OfferedType, VisitorType } from '../../src/shared/contract/visitor-types.ts';
import type { VisitorTypeId } from '../../src/shared/vocabulary.ts';
import type { TestApp } from './app.ts';

const words = (label: string, purpose: string) => ({ label, help: '', purpose });

export const contractor: VisitorType = {
  names: { en: 'Contractor', da: 'Håndværker' },
  host: 'optional',
  company: 'required',
  card: 'not-due',
  fields: [
    {
      fieldId: 'f1',
      kind: 'text',
      required: true,
      words: {
        en: words('Permit to work', 'To see that the work is agreed'),
        da: words('Arbejdstilladelse', 'For at se, at arbejdet er aftalt'),
      },
      options: [],
    },
    {
      fieldId: 'f2',
      kind: 'registration',
      required: false,
      words: { en: words('Registration', 'To open the gate') },
      options: [],
    },
    {
      fieldId: 'f3',
      kind: 'choice',
      required: true,
      words: {
        en: words('Trade', 'To know who is where'),
        da: words('Fag', 'For at vide, hvem der er hvor'),
      },
      options: [
        { optionId: 'o1', words: { en: 'Electricity', da: 'El' } },
        { optionId: 'o2', words: { en: 'Water' } },
      ],
    },
    {
      fieldId: 'f4',
      kind: 'yes-no',
      required: true,
      words: { en: words('Do you bring tools?', 'To check them again at the end') },
      options: [],
    },
  ],
  rules: {
    en: ['Wear safety shoes.', 'No open flames.'],
    da: ['Brug sikkerhedssko.', 'Ingen åben ild.'],
  },
};

export const meeting: VisitorType = {
  names: { en: 'Meeting', da: 'Møde' },
  host: 'required',
  company: 'optional',
  card: 'due',
  fields: [],
  rules: {},
};

/** Adds a type; somebody who may must be signed in. */
export async function addType(test: TestApp, type: VisitorType): Promise<VisitorTypeId> {
  const saved = await test.call('console', 'types.save', { visitorTypeId: null, version: 0, type });
  return saved.visitorTypeId;
}

export async function offered(test: TestApp): Promise<readonly OfferedType[]> {
  const welcome = await test.call('kiosk', 'site.welcome', {});
  if (welcome.state !== 'ready') throw new Error('not set up');
  return welcome.visitorTypes;
}

/** What a kiosk sends of the type offered under an English name. */
export async function choose(
  test: TestApp,
  name: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<ChosenType> {
  const type = (await offered(test)).find(({ names }) => names.en === name);
  if (type === undefined) throw new Error(`nobody offers ${name}`);
  const { visitorTypeId, version } = type;
  return { visitorTypeId, version, answers: { ...answers }, rulesHash: type.rules.en?.hash ?? null };
}

export const answered = { f1: 'Permit Canary 77', f2: 'ab  12 345', f3: 'o2', f4: 'no' } as const;
