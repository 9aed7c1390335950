// The frames of a film, from the changes that FrameChanges.cs has written.
import { decoded, isNumbers } from './typedArrays.js';

// The properties of a frame in the page are those that differ from the frame before.
export function framesOf(changes) {
  const frames = [];
  let before = { data: [] };
  changes.forEach(own => {
    before = {
      layout: { ...before.layout, ...decoded(own.layout) },
      data: own.data.map((trace, place) => ({ ...before.data[place], ...decoded(trace) }))
    };
    frames.push(before);
  });
  return frames;
}

// A copy of the part without the properties that are null.
export function copied(part) {
  if (!part || typeof part !== 'object' || isNumbers(part)) return part;
  if (Array.isArray(part)) return part.map(copied);
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)
    .map(([name, value]) => [name, copied(value)]));
}
