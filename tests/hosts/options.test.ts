import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../src/main/hosts/data-folder.ts';
import { parseOptions } from '../../src/main/hosts/options.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const machine: Machine = { platform: 'linux', env: {}, homeFolder: '/home/desk', workingFolder: '/srv/desk' };

function optionsOf(...given: string[]) {
  const parsed = parseOptions(given, machine);
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  return parsed.options;
}

function faultsOf(...given: string[]): readonly string[] {
  const parsed = parseOptions(given, machine);
  return parsed.ok ? [] : parsed.faults;
}

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(optionsOf()).toEqual({
      host: null,
      kiosk: false,
      dataFolder: '/home/desk/.local/share/foyer',
      port: null,
      open: true,
      reader: 'auto',
      demo: false,
      keyFile: null,
      listen: null,
      certificate: null,
      names: [],
      join: null,
      pairing: { code: null, fingerprint: null },
    });
  });

  it('takes every option, with a space or an equals sign', () => {
    const expected = {
      host: 'server',
      kiosk: true,
      dataFolder: '/srv/desk/data',
      port: 0,
      open: false,
      reader: 'none',
      demo: true,
      keyFile: null,
      listen: null,
      certificate: null,
      names: [],
      join: null,
      pairing: { code: null, fingerprint: null },
    };
    const line = '--host server --kiosk --data data --port 0 --no-open --reader none --demo';
    expect(optionsOf(...line.split(' '))).toEqual(expected);
    const joined = '--host=server --kiosk --data=data --port=0 --no-open --reader=none --demo';
    expect(optionsOf(...joined.split(' '))).toEqual(expected);
  });

  it('gives a demo a simulated reader and a folder of its own', () => {
    const { reader, dataFolder } = optionsOf('--demo');
    expect(reader).toBe('simulated');
    expect(dataFolder).toBe('/home/desk/.local/share/foyer-demo');
  });

  it.each([
    ['--prot 80', '--prot is not an option of Foyer'],
    ['extra', 'extra is not an option of Foyer'],
    ['--port', '--port needs a value'],
    ['--port --kiosk', '--port needs a value'],
    ['--data=', '--data needs a value'],
    ['--port many', '--port is a whole number from 0 to 65535, not many'],
    ['--port 65536', '--port is a whole number from 0 to 65535, not 65536'],
    ['--port -1', '--port is a whole number from 0 to 65535, not -1'],
    ['--port 80.5', '--port is a whole number from 0 to 65535, not 80.5'],
    ['--host toaster', '--host is electron or server, not toaster'],
    ['--reader real', '--reader is auto, simulated or none, not real'],
  ])('names the fault in %j', (line, fault) => {
    expect(faultsOf(...line.split(' '))).toContain(fault);
  });

  it('names every fault at once', () => {
    expect(faultsOf('--port', 'x', '--host', 'y', '--what')).toHaveLength(3);
  });
});

describe('the configuration file', () => {
  function configured(content: unknown, ...given: string[]) {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'etc'));
    const file = join(folder, 'etc', 'foyer.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return { folder, file, parsed: parseOptions(['--config', file, ...given], machine) };
  }

  it('holds the same settings, its paths counting from its folder', () => {
    const { folder, parsed } = configured({
      host: 'server',
      kiosk: true,
      data: '../data',
      port: 4800,
      noOpen: true,
      reader: 'simulated',
      demo: false,
      keyFile: 'foyer.key',
      listen: '192.0.2.7:4800',
      certificate: 'c.pem',
      certificateKey: 'k.pem',
      names: ['Reception.example'],
      join: 'https://desk.example:4743',
    });
    expect(parsed).toEqual({
      ok: true,
      options: {
        host: 'server',
        kiosk: true,
        dataFolder: join(folder, 'data'),
        port: 4800,
        open: false,
        reader: 'simulated',
        demo: false,
        keyFile: join(folder, 'etc', 'foyer.key'),
        listen: { address: '192.0.2.7', port: 4800 },
        certificate: { certificate: join(folder, 'etc', 'c.pem'), key: join(folder, 'etc', 'k.pem') },
        names: ['reception.example'],
        join: new URL('https://desk.example:4743'),
        pairing: { code: null, fingerprint: null },
      },
    });
  });

  it('gives way to the command line', () => {
    const { parsed } = configured({ port: 4800, data: 'here' }, '--port', '4900', '--data', 'there');
    expect(parsed.ok && [parsed.options.port, parsed.options.dataFolder]).toEqual([4900, '/srv/desk/there']);
  });

  it.each<[string, unknown, string]>([
    ['a key nobody knows', { prot: 1 }, 'prot is not a setting'],
    ['a wrong kind', { port: '80' }, 'port is a whole number from 0 to 65535'],
    ['a wrong word', { reader: 'real' }, 'reader is auto, simulated or none'],
    ['an address that is none', { listen: 'reception' }, 'listen is ADDRESS or ADDRESS:PORT'],
    ['an address to join in the clear', { join: 'http://desk:4743' }, 'join is an address like'],
    ['a certificate without its key', { certificate: 'c.pem' }, 'go together'],
    ['no object', [], 'is not an object'],
    ['no JSON', '{', 'is not JSON'],
  ])('with %s is named', (_, content, fault) => {
    const { file, parsed } = configured(content);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.faults.join('\n')).toContain(file);
    expect(parsed.ok ? '' : parsed.faults.join('\n')).toContain(fault);
  });

  it('that is not there is named', () => {
    expect(faultsOf('--config', 'nowhere.json')).toEqual([
      'the configuration file /srv/desk/nowhere.json cannot be read',
    ]);
  });
});

describe('the default data folder', () => {
  it.each<[Partial<Machine>, string]>([
    [{ env: { XDG_DATA_HOME: '/var/desk' } }, '/var/desk/foyer'],
    [{ env: { XDG_DATA_HOME: 'relative' } }, '/home/desk/.local/share/foyer'],
    [{ platform: 'darwin' }, '/home/desk/Library/Application Support/Foyer'],
    [{ platform: 'win32', env: { APPDATA: '/roaming' } }, '/roaming/Foyer'],
  ])('on %j is %s', (part, folder) => {
    const parsed = parseOptions([], { ...machine, ...part });
    expect(parsed.ok && parsed.options.dataFolder).toBe(folder);
  });
});
