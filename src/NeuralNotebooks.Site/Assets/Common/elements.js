// What the scripts of a page share. SharedAssets joins them to one file of the site. Each of the other scripts is a
// block, so that its names are its own. The text of a page can be read without them. The files in this folder also run
// on phones (see ClassPages) and in Node (see Katex).
'use strict';

/* exported root, all, make, button */

const root = document.documentElement;

/**
 * The elements that a selector finds.
 * @type {(selector: string, within?: ParentNode) => any[]}
 */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Makes an element with properties and children. `role` and properties such as ariaLabel become attributes, since
 * Firefox 115 does not have these properties. find.js uses this function, too.
 * @type {(name: string, properties?: any, ...children: any[]) => any} */
const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties))
    if (/^(aria|role)/.test(key)) element.setAttribute(key.replace('aria', 'aria-').toLowerCase(), value);
    else element[key] = value;
  element.append(...children);
  return element;
};
const button = (className, text, onclick) => make('button', { type: 'button', className, onclick }, text);
