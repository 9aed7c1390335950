// plotly.js has half a megabyte. It is loaded when the first chart comes close to the visible part of the page.
{
  const libraries = document.currentScript.dataset.nnPlotly;
  let arrived, loading;
  const ready = new Promise(resolve => { arrived = resolve; });
  window.nnPlotly = {
    /** A promise that the scripts of charts await before they draw; undefined on a page without plotly.js. */
    ready: libraries && ready,
    bring(ofBundle) {
      const addresses = libraries || ofBundle;
      if (window.Plotly) arrived();
      else if (addresses && !loading) {
        const load = src => new Promise((onload, onerror) => {
          document.head.append(make('script', { src, async: false, onload, onerror }));
        });
        window.nnPlotly.ready = ready;
        // After a failure, the next chart that comes close tries again.
        loading = Promise.all(addresses.split(' ').map(load)).then(arrived, () => { loading = undefined; });
      }
      return ready;
    },
  };
  if (libraries) {
    const inSight = new IntersectionObserver(seen => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) window.nnPlotly.bring();
    }, { rootMargin: '300px' });
    for (const chart of all('main [data-nn-picture]')) inSight.observe(chart);
    ready.then(() => inSight.disconnect());
    addEventListener('beforeprint', () => window.nnPlotly.bring());
  }
}
