// Tests the rule that holds the scripts of pages to the browsers in which they work. No browser is needed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Linter } from 'eslint';
import { rule } from './browsers.js';

const found = code => new Linter().verify(code, [
  { plugins: { pages: { rules: { supported: rule } } }, rules: { 'pages/supported': 'error' } },
]).map(({ message }) => message.split(' ')[0]);

describe('the rule of supported browsers', () => {
  // Set.union: Firefox 127; checkVisibility: Safari 17.4; ariaLabel: Firefox 119; withResolvers: Chrome 119;
  // URL.canParse: Chrome 120; groupBy: Chrome 117.
  for (const [code, name] of [['new Set().union(other)', 'union'], ['element.checkVisibility()', 'checkVisibility'],
    ['element.ariaLabel = "x"', 'ariaLabel'], ['Promise.withResolvers()', 'withResolvers'],
    ['URL.canParse(text)', 'canParse'], ['Object.groupBy(list, key)', 'groupBy'],
    ['const { union } = new Set()', 'union']])
    test(`reports ${code}`, () => assert.deepEqual(found(code), [name]));

  for (const code of ['new Set([...one, ...other])', 'list.at(-1)', 'Object.hasOwn(object, key)', 'crypto.randomUUID()',
    'new DecompressionStream("gzip")', 'indexedDB.databases?.()', 'element.replaceChildren()', 'list.findLast(check)'])
    test(`accepts ${code}`, () => assert.deepEqual(found(code), []));
});
