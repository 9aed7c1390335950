// Removes from an assembly what a page never reads.

/** The directory entries of an assembly, and the places of its sections. */
function places(content) {
  const header = content.readUInt32LE(0x3c), optional = header + 24;
  const directories = optional + (content.readUInt16LE(optional) === 0x20b ? 112 : 96);
  const sections = optional + content.readUInt16LE(header + 20), count = content.readUInt16LE(header + 6);
  /** @param {number} address  an address relative to the image in memory */
  const inFile = address => {
    for (let at = sections; at < sections + 40 * count; at += 40) {
      const begin = content.readUInt32LE(at + 12), size = content.readUInt32LE(at + 16);
      if (address >= begin && address < begin + size) return address - begin + content.readUInt32LE(at + 20);
    }
    throw new Error('An address of the assembly is in none of its sections.');
  };
  return { certificates: directories + 4 * 8, runtime: directories + 14 * 8, inFile };
}

/** Removes the Authenticode signature: ten kilobytes of certificates at its end, which hardly compress. */
export function unsigned(content) {
  const { certificates } = places(content);
  const at = content.readUInt32LE(certificates), size = content.readUInt32LE(certificates + 4);
  if (size === 0) return content;
  const copy = Buffer.from(content.subarray(0, at));
  copy.writeBigUInt64LE(0n, certificates);
  return copy;
}

/** Empties the files that are embedded in an assembly: F# signatures, which only the compiler of F# reads, and the
 * plotly.js of Plotly.NET, since pages have their own. Resources that .NET itself reads begin with a magic number, and
 * stay. Each file is preceded by its length, and begins at a multiple of eight bytes. */
export function withoutFiles(content) {
  const { runtime, inFile } = places(content), header = inFile(content.readUInt32LE(runtime));
  const size = content.readUInt32LE(header + 28);
  if (size === 0) return content;
  const copy = Buffer.from(content), begin = inFile(content.readUInt32LE(header + 24));
  for (let at = begin; at + 4 < begin + size;) {
    const length = content.readUInt32LE(at), next = at + 4 + length;
    if (content.readUInt32LE(at + 4) !== 0xbeefcace) copy.fill(0, at, next);
    at = begin + Math.ceil((next - begin) / 8) * 8;
  }
  return copy;
}
