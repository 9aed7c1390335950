// What the parts of a page hand to each other, and what the build and the site's own scripts bring.

/** A file of the bundle. */
export interface BundleFile {
  name: string;
  size: number;
  hash: string;
  /** Of data: the word in a cell that needs it, and its place among the in-memory files. */
  for: string;
  path: string;
}

/** The bundle's manifest, boot.json. */
export interface Boot {
  version: string;
  scripts: {
    page: { name: string };
    worker: { name: string };
    plotly?: { name: string };
    /** What a browser keeps for use offline. */
    kept: string[];
  };
  data: BundleFile[];
  dotnet: { resources: Record<string, BundleFile[]> };
}

/** What cells can read by name: an address, or content. */
export type Files = Map<string, string | ArrayBuffer>;

/** What a session is of. */
export interface SessionOf {
  boot: Boot;
  /** The site's path. */
  site: string;
  /** The bundle's address. */
  live: URL;
  files: Files;
  /** Whether it can be handed in. */
  isAssignment: boolean;
}

/** An output of a cell. */
export interface Message { id: string; kind: string; name: string | null; parts: string[] }

/** How a cell's run has ended: the name of a CellOutcome; "ended" or "killed" when the session has, too. */
export interface Ended { outcome: string; duration?: number }

/** What a cell has given, as the browser keeps it for the next visit. */
export interface Result { ran?: string; output: string; time?: string; ranAt?: number }

declare global {
  interface Window {
    /** Brings plotly.js for the charts of a page: see site.js of NeuralNotebooks.Site. */
    nnPlotly?: { bring(address?: string): void };
    /** Shows an element that may be folded, or wait with an answer. */
    nnUnfold?(element: Element): void;
    /** Gives the pictures in a box a button that saves them. */
    nnSave?(box: HTMLElement): void;
  }

  /** The megabytes that a page needs offline, with all data. */
  const OFFLINE_MEGABYTES: number;
}
