// What functions that run in a page find there.
export {};

declare global {
  // Whatever a selector names has the properties that the test asks for: else the test fails.
  interface ParentNode {
    querySelector(selectors: string): any;
    querySelectorAll(selectors: string): NodeListOf<any>;
  }
  interface Element { closest(selectors: string): any }
  interface Node { data?: any }
  interface EventTarget { result?: any }

  // Of the site, of the tests themselves, of Jupyter and of plotly.js.
  interface Window { axe: any; announced: string; held: any; kept: any; Jupyter: any; shifted: number }
  const held: any, Jupyter: any, Plotly: any;
}
