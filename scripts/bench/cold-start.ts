/** Opens an installation, answers today's list once, and ends: one cold start of the core. */
import { open } from './installation.ts';

const opened = open({ folder: process.argv[2] ?? '', masterKey: process.env.FOYER_BENCH_KEY ?? '' });
const reply = await opened.app.call({ door: 'kiosk', connectionId: 'cold' }, 'site.welcome', {});
if (!reply.ok) throw new Error(reply.code);
// The desk's list, asked as the store is asked by the call itself; nobody is signed in here.
opened.database.prepare('SELECT count(*) FROM visit WHERE departed_at IS NULL').get();
opened.database.close();
process.exit(0);
