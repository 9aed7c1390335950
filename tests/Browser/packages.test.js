// Tests pages whose notebooks use NuGet packages, which come from a feed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { missingBrowser } from './browser.js';
import { hosted } from './live.js';
import { codeCell, nn, notBuiltLive, notebookOf, temporaryFolder } from './nn.js';

/** Runs notebooks with packages, and returns the folder of their site. */
function madeSite() {
  const folder = temporaryFolder(), site = join(folder, 'site');
  writeFileSync(join(folder, 'words.ipynb'), notebookOf([
    codeCell('a', '#r "nuget: Humanizer.Core, 2.14.1"\nusing Humanizer;\n3.ToWords()'),
    codeCell('b', '"x"'),
  ]));
  nn('run', join(folder, 'words.ipynb'), '--output', site);
  return site;
}

describe('packages in a page', { skip: notBuiltLive || missingBrowser }, () => {
  const course = hosted(madeSite);

  test('a page loads the packages of its notebook from the site, and says which others it does not have', async () => {
    const tab = await course.open('words.html');
    await tab.setSource(1, '#r "nuget: Humanizer"\n1');
    await tab.run(1, /This page has no package Humanizer:/);
    await tab.reaches(1, 'failed');
    await tab.setSource(1, '#r "nuget: Humanizer.Core, 1.0"\nusing Humanizer;\n12.ToWords()');
    await tab.run(1, /Humanizer\.Core, 2\.14\.1 \(asked for: 1\.0\)[^]*twelve/);
    await tab.setSource(2, '"ManyWordsInOne".Humanize()');
    await tab.run(2, 'Many words in one');
    // The file comes from the browser's cache in the next session.
    course.host.broken = address => address.endsWith('.bin');
    await tab.click('button[data-nn-action="reset"]');
    await tab.settled();
    await tab.run(2, 'Many words in one');
  });
});
