// Checks of values that another program has sent. A check returns why a value is not what is expected, after the path
// to the wrong part; or nothing if it is.
/** @import { Check, Fields, Tagged } from './types.js' */

/** @returns {Check<any>} */
const when = (test, words) => value => (test(value) ? '' : words);

/** Whether a value is an object such as JSON has, and not an array, a map or a date. */
/** @type {(value: any) => boolean} */
const isRecord = value =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;

/** A reason about a part of a value, as one about the value.
 * @returns {string} */
export const at = (key, wrong) => wrong && `.${key}${wrong.startsWith('.') ? '' : ' '}${wrong}`;

/** The first reason that a check of some parts has. */
const first = (parts, check) => {
  for (const part of parts) {
    const wrong = check(part);
    if (wrong) return wrong;
  }
  return '';
};

/** @type {Check<string>} */
export const text = when(value => typeof value === 'string', 'is not text');
/** @type {Check<boolean>} */
export const flag = when(value => typeof value === 'boolean', 'is not true or false');
/** @type {Check<number>} */
export const amount = when(value => Number.isFinite(value) && value >= 0, 'is not a number from 0 up');

/** @template {string} T
 * @param {T[]} values
 * @returns {Check<T>} */
export const oneOf = (...values) => when(value => values.includes(value), `is none of ${values.join(', ')}`);

/** @template T
 * @param {Check<T>} check
 * @returns {Check<T | null | undefined>} */
export const optional = check => value => (value === undefined || value === null ? '' : check(value));

/** @template T
 * @param {Check<T>} check
 * @returns {Check<T[]>} */
export const list = check => value =>
  (Array.isArray(value) ? first(value.keys(), key => at(key, check(value[key]))) : 'is not a list');

/** An object with these fields, and no others.
 * @template {Record<string, Check<any>>} S
 * @param {S} fields
 * @returns {Check<Fields<S>>} */
export const record = fields => value =>
  (!isRecord(value) ? 'is not an object'
    : first(Object.keys(value), key => (Object.hasOwn(fields, key) ? '' : `.${key} is not expected`))
      || first(Object.keys(fields), key => at(key, fields[key](value[key]))));

/** One of several objects, which the text in the field `tag` tells apart.
 * @template {string} Tag
 * @template {Record<string, Record<string, Check<any>>>} S
 * @param {Tag} tag
 * @param {S} kinds
 * @returns {Check<Tagged<Tag, S>>} */
export const tagged = (tag, kinds) => value => {
  if (!isRecord(value)) return 'is not an object';
  const kind = value[tag];
  return Object.hasOwn(kinds, kind) ? record({ [tag]: text, ...kinds[kind] })(value)
    : `.${tag} is none of ${Object.keys(kinds).join(', ')}`;
};

const maxDepth = 64;

/** What JSON can contain, and not an object twice: with each level, such objects can double the time of a check.
 * @type {(value: any, depth?: number, seen?: Set<object>) => string} */
const json = (value, depth = 0, seen = new Set()) => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return '';
  const isList = Array.isArray(value);
  if (depth === maxDepth || !(isList || isRecord(value)) || seen.has(value)) return 'is not JSON';
  seen.add(value);
  return first(isList ? value.keys() : Object.keys(value), key => at(key, json(value[key], depth + 1, seen)));
};

/** @type {Check<any>} */
export const anything = value => json(value);

/** @type {Check<Record<string, any>>} */
export const object = value => (isRecord(value) ? json(value) : 'is not an object');

/** Names in the console what of a message is wrong. The message has no other effect.
 * @param {string} sender
 * @param {string} wrong */
export const reportDropped = (sender, wrong) =>
  console.warn(`A message of ${sender} was dropped: message${wrong.startsWith('.') ? '' : ' '}${wrong}.`);

/** A value that passes two checks.
 * @template T
 * @param {Check<T>} check
 * @param {(value: T) => boolean} test
 * @param {string} words  why a value does not pass the second one
 * @returns {Check<T>} */
export const where = (check, test, words) => value => check(value) || (test(value) ? '' : words);
