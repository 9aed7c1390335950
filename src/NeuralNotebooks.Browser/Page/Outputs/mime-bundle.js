// A value in an output message: its texts by MIME type, its metadata, and the facts about it.

/** The MIME type of the facts about a value: see DisplayFacts of the library. */
const factsType = 'application/vnd.neuralnotebooks+json';

/** Reads a value from the parts of a message: each MIME type followed by its text, and finally the metadata as JSON.
 * @param {string[]} parts */
export function mimeBundle(parts) {
  /** @type {Record<string, string>} */
  const data = {};
  for (let i = 0; i + 1 < parts.length; i += 2) data[parts[i]] = parts[i + 1];
  const metadata = parts.at(-1);
  return { data, metadata: metadata ? JSON.parse(metadata) : {}, facts: JSON.parse(data[factsType] ?? '{}') };
}
