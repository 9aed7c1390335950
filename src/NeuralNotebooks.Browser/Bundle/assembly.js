/** Removes the Authenticode signature from an assembly: ten kilobytes of certificates at its end, which browsers do not
 * read and which hardly compress. */
export function unsigned(content) {
  const header = content.readUInt32LE(0x3c), optional = header + 24;
  const directory = optional + (content.readUInt16LE(optional) === 0x20b ? 112 : 96) + 4 * 8;
  const at = content.readUInt32LE(directory), size = content.readUInt32LE(directory + 4);
  if (size === 0) return content;
  const copy = Buffer.from(content.subarray(0, at));
  copy.writeBigUInt64LE(0n, directory);
  return copy;
}
