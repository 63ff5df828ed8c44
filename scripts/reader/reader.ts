/** The program of `npm run reader`; `arguments.ts` says what it takes. */
import { createNodeHidPort } from '../../src/main/readers/node-hid-port.ts';
import { systemTiming } from '../../src/main/readers/timing.ts';
import { type CommandLine, parseArguments, usage } from './arguments.ts';
import { list } from './list.ts';
import { probe } from './probe.ts';
import type { Terminal } from './terminal.ts';
import { watch } from './watch.ts';

const ended = Promise.withResolvers<void>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.resolve());
// `npm run reader -- watch | head` closes the other end.
process.stdout.on('error', () => ended.resolve());

const terminal: Terminal = {
  port: createNodeHidPort(),
  timing: systemTiming,
  print: (line) => void process.stdout.write(`${line}\n`),
  say: (sentence) => void process.stderr.write(`foyer: ${sentence}\n`),
  ended: ended.promise,
  platform: process.platform,
  clock: Date.now,
};

function run(commandLine: CommandLine): Promise<number> | number {
  switch (commandLine.command) {
    case 'help':
      process.stdout.write(usage);
      return 0;
    case 'list':
      return list(commandLine, terminal);
    case 'watch':
      return watch(commandLine, terminal);
    case 'probe':
      return probe(commandLine, terminal);
  }
}

const parsed = parseArguments(process.argv.slice(2));
if (parsed.ok) process.exitCode = await run(parsed.commandLine);
else {
  process.stderr.write(`foyer: ${parsed.fault}\n\n${usage}`);
  process.exitCode = 2;
}
