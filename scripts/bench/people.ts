/** Invented visits in any number: Danish-looking names from small lists, so that search sees real word lengths. */

const given =
  'Anders Anne Bente Birgit Bo Britta Carl Camilla Dorte Emil Emma Erik Freja Frederik Grethe Hanne Hans Henrik Ida Inge Ingrid Jakob Jens Johanne Jørgen Kaare Karen Kasper Kirsten Lars Laura Lene Liselotte Lone Mads Magnus Malene Maria Mette Mikkel Morten Niels Nanna Ole Olivia Oskar Per Pernille Peter Pia Rasmus Rikke Rune Sanne Signe Sofie Stine Susanne Søren Thomas Tine Torben Ulla Victor Viggo William Yvonne Åse Ægir Østen'.split(
    ' ',
  );
const family =
  'Andersen Andreasen Bach Bak Berg Bertelsen Bjerre Bruun Christensen Dahl Eriksen Frandsen Friis Gregersen Hansen Hedegaard Henriksen Holm Holst Iversen Jakobsen Jensen Jeppesen Johansen Jørgensen Kjær Kjærgaard Knudsen Kristensen Kruse Larsen Laursen Lauritsen Lind Lorentzen Lund Madsen Mikkelsen Mortensen Møller Mølgaard Nielsen Nissen Nygaard Nørgaard Olsen Overgaard Paulsen Pedersen Petersen Poulsen Rasmussen Ravn Riis Schmidt Schou Simonsen Skov Steffensen Svendsen Sørensen Thomsen Thygesen Toft Vestergaard Villadsen Vinther Winther Ødegaard Østergaard'.split(
    ' ',
  );
const firms = 'Nordvind Havblik Skovbo Lysning Fjordtek Granit Kilde Ravnsborg Solhøj Tangen'.split(' ');

/** A number in [0, below) from a seed; SplitMix32, so that every run measures the same people. */
export function createRandomNumber(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) % below;
  };
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly host: string;
}

export function inventPerson(number: number, random: (below: number) => number): Person {
  const pick = (list: readonly string[]): string => list[random(list.length)] ?? '';
  const first = pick(given);
  const middle = random(3) === 0 ? ` ${pick(family)}` : '';
  const last = pick(family);
  const mailbox = `${first}.${last}${number}`
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa');
  return {
    name: `${first}${middle} ${last}`,
    email: `${mailbox}@example.com`,
    phone: `+45 ${20 + random(70)} ${10 + random(90)} ${10 + random(90)} ${10 + random(90)}`,
    company: `${pick(firms)} ${random(90) + 10}`,
    host: `${pick(given)} ${pick(family)}`,
  };
}
