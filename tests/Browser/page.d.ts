// Declarations for functions that tests run in a page.
export {};

declare global {
  // The results of selectors have the type any: if a property is missing, the test fails.
  interface ParentNode {
    querySelector(selectors: string): any;
    querySelectorAll(selectors: string): NodeListOf<any>;
  }
  interface Element { closest(selectors: string): any }
  interface Node { data?: any }
  interface EventTarget { result?: any }

  // Globals of the site, of the tests, of Jupyter and of plotly.js.
  interface Window { axe: any; announced: string; heights: any; held: any; kept: any; Jupyter: any;
    Plotly: any; reads: any; shifted: number }
  const held: any, Jupyter: any, Plotly: any;
}
