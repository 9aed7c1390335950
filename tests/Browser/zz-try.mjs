import { launch } from './drivers.js';
import { serve } from './server.js';
const host = await serve('/tmp/live2/site');
const browser = await launch('chromium');
const names = process.argv.slice(2);
for (const name of names) {
  const tab = await browser.open(host.address + name + '.html');
  tab.page.on('console', m => { if (m.type() !== 'log') console.log('   console:', m.text().slice(0, 300)); });
  const t = Date.now();
  const n = await tab.count();
  await tab.click('[data-nn-action="runAll"]');
  await tab.within(150000, () => [...document.querySelectorAll('[data-nn-cell]')].every(c => ['done','failed'].includes(c.dataset.nnState)) || document.querySelector('[data-nn-state=failed]')).catch(e => console.log(String(e).slice(0, 500)));
  console.log(name, Date.now() - t, 'ms', await tab.states());
  for (let i = 1; i <= n; i++) console.log('  ', i, (await tab.output(i)).slice(0, 900).replaceAll('\n', ' | '));
  const outside = host.asked.filter(a => a.endsWith('.bin')).length;
  console.log('   bins', outside);
  host.asked.length = 0;
  await tab.page.screenshot({ path: `/tmp/live2/${name}.png`, fullPage: true }); await tab.close();
}
await browser.close(); host.close();
