/** `npm run provision -- --data DIR --file provision.json`: unattended set-up (src/main/provision.ts). */
import { runCommand } from './bootstrap.mjs';
import { runProgram } from './launch/program.mjs';

await runCommand(() => runProgram('provision', process.argv.slice(2)));
