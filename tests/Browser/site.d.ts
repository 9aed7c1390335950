// Declarations for the scripts of the site and of the teacher's marking page, in addition to page.d.ts.
export {};

declare global {
  // Elements and events have any property that an element may have: the scripts know which elements a page has.
  interface Document { getElementById(id: string): any }
  interface Element { tabIndex: number }
  interface EventTarget { closest?: any; matches?: any; nextElementSibling?: any }

  // KaTeX, and the search index (see SearchIndex.cs).
  interface Window { katex: any; nnSearch: [page: string, anchor: string, title: string, heading: string,
    text: string][] }
  const katex: any;
}
