/** Searching by class of text, today and in the whole history. */
import { office, signInStaff, value } from './commands.ts';
import type { Opened } from './installation.ts';
import type { Measurement } from './measurement.ts';
import { median, rank, timed } from './numbers.ts';
import { createRandomNumber, inventPerson } from './people.ts';

const queries = 500;
/** Asked before the clock counts: a program that has just started is still being compiled. */
const warmUp = 100;

/** Makes a text of each class from people who may or may not be there. */
const classes: Readonly<
  Record<string, (name: string, phone: string, random: (below: number) => number) => string>
> = {
  '1 letter': (name, _phone, random) => name[random(2)] ?? 'a',
  '2 letters': (name) => name.slice(0, 2),
  '3 letters': (name) => name.slice(0, 3),
  '5+ letters': (name, _phone, random) => (name.split(' ').at(-1) ?? '').slice(0, 5 + random(4)),
  'two words': (name) => {
    const words = name.split(' ');
    return `${words[0]?.slice(0, 3)} ${words.at(-1)?.slice(0, 4)}`;
  },
  phone: (_name, phone) => phone.replace(/\D/g, '').slice(2),
  'no match': (_name, _phone, random) => `zqx${random(1000)}`,
  'one slip': (name, _phone, random) => {
    const word = name.split(' ').at(-1) ?? '';
    const at = 1 + random(word.length - 2);
    return word.slice(0, at) + word.slice(at + 1);
  },
};

/** Ticks until the search memory is filled; the seconds it took. */
export async function fillMemory(opened: Opened): Promise<number> {
  const milliseconds = await timed(() => {
    for (let ticks = 0; opened.app.tick() && ticks < 1_000_000; ticks += 1);
  });
  return milliseconds;
}

export async function measureSearch(opened: Opened, visits: number): Promise<Measurement[]> {
  await signInStaff(opened);
  const random = createRandomNumber(1);
  const people = Array.from({ length: Math.min(visits, 20_000) }, (_unused, index) =>
    inventPerson(index, random),
  );
  const pick = createRandomNumber(3);
  const measurements: Measurement[] = [];
  for (const scope of ['today', 'all'] as const) {
    for (const [name, textOf] of Object.entries(classes)) {
      const times: number[] = [];
      for (let index = -warmUp; index < queries; index += 1) {
        const person = people[pick(people.length)];
        if (person === undefined) continue;
        const text = textOf(person.name, person.phone, pick);
        const time = await timed(() => value(opened, office, 'visits.search', { text, scope }));
        if (index >= 0) times.push(time);
      }
      const where = scope === 'today' ? 'today' : 'history';
      measurements.push(
        { name: `search ${where}, ${name}, p50`, value: median(times), unit: 'ms', limit: null },
        {
          name: `search ${where}, ${name}, p99`,
          value: rank(times, 0.99),
          unit: 'ms',
          limit: scope === 'today' ? 5 : 50,
        },
      );
    }
  }
  return measurements;
}
