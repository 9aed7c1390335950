// The script of the pages of a site that are no notebooks: on the index page, it shows the reader's progress, and makes
// the cell to try out runnable.
import { obstacle } from './View/obstacle.js';
import { tryOut } from './View/try-out.js';
import { index } from './Work/ticks.js';

if (!obstacle()) {
  document.querySelectorAll('[data-nn-try]').forEach(tryOut);
  index().catch(error => console.warn(error));
}
