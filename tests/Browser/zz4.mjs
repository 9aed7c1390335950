import { launch } from './drivers.js';
import { notebook } from './live.js';
const b = await launch('chromium');
const tab = await b.open('http://127.0.0.1:8399/' + notebook('00'), {});
await new Promise(r => setTimeout(r, 3000));
await tab.run(1);
await new Promise(r => setTimeout(r, 15000));
process.exit();
