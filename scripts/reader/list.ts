import { findDevices } from '../../src/main/readers/found-devices.ts';
import type { CommandLine } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { accessAdvice, libraryAdvice, rulesFor, usagesOf } from './words.ts';

/** Exit code 0 when the system could be asked, also where it has no devices. */
export async function list(
  { json }: CommandLine & { readonly command: 'list' },
  { port, platform, print, say }: Terminal,
): Promise<number> {
  const answer = await findDevices(port);
  if (json) {
    const devices = answer.ok
      ? answer.devices.map((found) => ({
          ...found,
          udevRules: platform === 'linux' ? rulesFor(found).lines : null,
        }))
      : [];
    print(JSON.stringify({ devices, fault: answer.ok ? null : answer.fault }));
    return answer.ok ? 0 : 1;
  }
  if (!answer.ok) {
    say(answer.fault === 'unavailable' ? libraryAdvice : 'the devices of this machine could not be listed');
    return 1;
  }
  if (answer.devices.length === 0) say('no HID device is plugged in');
  for (const found of answer.devices) {
    const { device, product, access, profiles } = found;
    print(`${device}  ${product === '' ? '(no name)' : product}`);
    print(`  usages    ${usagesOf(found)}`);
    print(`  access    ${access}`);
    print(
      `  profiles  ${profiles.length === 0 ? 'none fits: not a card reader Foyer knows' : profiles.join(', ')}`,
    );
    if (access !== 'denied' || profiles.length === 0) continue;
    for (const [index, line] of accessAdvice(found, platform).entries())
      print(`  ${index === 0 ? 'to do     ' : '          '}${line}`);
  }
  return 0;
}
