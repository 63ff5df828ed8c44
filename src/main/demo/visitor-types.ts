/** The types of visitor of the invented company, and what its visitors answer. */
import type { ChosenType, OfferedType, VisitorType } from '../../shared/contract/visitor-types.ts';

export const demoTypes: readonly VisitorType[] = [
  {
    names: { en: 'Visit or meeting', da: 'Besøg eller møde' },
    host: 'optional',
    company: 'optional',
    card: 'site',
    fields: [],
    rules: {},
  },
  {
    names: { en: 'Work in the house', da: 'Arbejde i huset' },
    host: 'optional',
    company: 'required',
    card: 'site',
    fields: [
      {
        fieldId: 'f1',
        kind: 'choice',
        required: true,
        words: {
          en: {
            label: 'What work do you do?',
            help: '',
            purpose: 'To know who is where if something goes wrong',
          },
          da: {
            label: 'Hvilket arbejde udfører du?',
            help: '',
            purpose: 'For at vide, hvem der er hvor, hvis noget går galt',
          },
        },
        options: [
          { optionId: 'o1', words: { en: 'Electricity', da: 'El' } },
          { optionId: 'o2', words: { en: 'Water and heating', da: 'Vand og varme' } },
          { optionId: 'o3', words: { en: 'Cleaning', da: 'Rengøring' } },
          { optionId: 'o4', words: { en: 'Something else', da: 'Noget andet' } },
        ],
      },
      {
        fieldId: 'f2',
        kind: 'registration',
        required: false,
        words: {
          en: {
            label: 'Registration of your vehicle',
            help: 'Only if it is in our yard',
            purpose: 'To reach you when a vehicle is in the way',
          },
          da: {
            label: 'Bilens nummerplade',
            help: 'Kun hvis den holder i vores gård',
            purpose: 'For at kunne kontakte dig, hvis en bil holder i vejen',
          },
        },
        options: [],
      },
    ],
    rules: {
      en: [
        'Wear safety shoes and a high-visibility vest in the workshop and the yard.',
        'Welding, grinding and open flames need a permit from reception, every day anew.',
        'When the alarm sounds, leave by the nearest exit and come to the assembly point at the flagpole.',
      ],
      da: [
        'Brug sikkerhedssko og refleksvest i værkstedet og gården.',
        'Svejsning, slibning og åben ild kræver en tilladelse fra receptionen, hver dag på ny.',
        'Når alarmen lyder, så gå ud ad nærmeste udgang og kom til samlingsstedet ved flagstangen.',
      ],
    },
  },
  {
    names: { en: 'Delivery', da: 'Levering' },
    host: 'optional',
    company: 'optional',
    card: 'not-due',
    fields: [
      {
        fieldId: 'f1',
        kind: 'yes-no',
        required: true,
        words: {
          en: {
            label: 'Do you need help with unloading?',
            help: 'A colleague comes with a pallet truck',
            purpose: 'To send help to the ramp',
          },
          da: {
            label: 'Har du brug for hjælp til aflæsning?',
            help: 'En kollega kommer med en palleløfter',
            purpose: 'For at sende hjælp til rampen',
          },
        },
        options: [],
      },
    ],
    rules: {},
  },
];

/** The type of a visit and its answers, by the visit's number, so that the same seed makes the same people. */
export function demoChoice(
  offered: readonly OfferedType[],
  visit: number,
  { language, company }: { readonly language: string; readonly company: string },
): ChosenType {
  const [meeting, work, delivery] = offered;
  if (meeting === undefined || work === undefined || delivery === undefined)
    throw new Error('the demo has lost a type of visitor');
  const turn = visit % 10;
  const type = turn < 6 || (company === '' && turn < 9) ? meeting : turn < 9 ? work : delivery;
  const letters = 'ABCDEHKM';
  const plate = `X${letters[visit % letters.length]} ${10 + (visit % 90)} ${100 + (visit % 900)}`;
  const answers: Record<string, string> =
    type === work
      ? { f1: `o${1 + (visit % 4)}`, ...(visit % 3 === 0 ? { f2: plate } : {}) }
      : type === delivery
        ? { f1: visit % 2 === 0 ? 'yes' : 'no' }
        : {};
  return {
    visitorTypeId: type.visitorTypeId,
    version: type.version,
    answers,
    rulesHash: type.rules[language]?.hash ?? null,
  };
}
