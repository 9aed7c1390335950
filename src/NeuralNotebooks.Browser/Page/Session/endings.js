// The messages that a cell shows if C# has stopped while the cell was running.
const gone = 'Variables are gone; your code is unchanged.';

export const unanswered = `The cell did not respond, so C# was stopped. ${gone}`;

/** The message for a reason that the .NET runtime gave. */
export const endingOf = (/** @type {string} */ reason) =>
  /stack|recursion/i.test(reason)
    ? `Stack overflow: the recursion is infinite or too deep, and C# stopped. ${gone}`
    : /memory/i.test(reason)
      ? `C# ran out of memory and stopped. ${gone}`
      : `C# has stopped (${reason}). ${gone}`;
