/** `npm run recover -- --data DIR`: puts a lost key back from the recovery key (src/main/recover.ts). */
import { runCommand } from './bootstrap.mjs';
import { runProgram } from './launch/program.mjs';

await runCommand(() => runProgram('recover', process.argv.slice(2)));
