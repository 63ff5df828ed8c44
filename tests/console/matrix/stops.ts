/** Every page and dialog of the console, in the order of the walk. */
import { officeStops } from './office-stops.ts';
import { outsideStops } from './outside-stops.ts';
import { receptionStops } from './reception-stops.ts';
import { rollCallStops, shellStops } from './roll-call-stops.ts';
import { alertStops, securityStops } from './security-stops.ts';
import type { Stop } from './stop.ts';

export const stops: readonly Stop[] = [
  ...outsideStops,
  ...receptionStops,
  ...securityStops,
  ...officeStops,
  ...alertStops,
  ...rollCallStops,
  ...shellStops,
];
