/** `npm start`: sets everything up from a bare clone, then runs Foyer in the best host there is. */
import { runCommand } from './bootstrap.mjs';
import { startFoyer } from './launch/start-foyer.mjs';

await runCommand(() => startFoyer(process.argv.slice(2), []));
