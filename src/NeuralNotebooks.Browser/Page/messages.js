// The messages between a page, its worker and the service worker are defined in types.d.ts.

/** Throws because of a message whose type is not defined. Where all types are handled before, tsc accepts the call.
 * @param {never} message
 * @returns {never} */
export function unknownMessage(message) {
  throw new Error(`There is no message of type ${/** @type {any} */ (message)?.type}.`);
}
