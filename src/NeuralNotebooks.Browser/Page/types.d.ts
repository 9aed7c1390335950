// Types that several scripts of a page use, and declarations of what the build and the site's own scripts define.

/** A file of the bundle. */
export interface BundleFile {
  name: string;
  size: number;
  hash: string;
  /** For data files: a cell that contains the word `for` needs the file, which is written to `path` in memory. */
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
    /** The scripts that a browser caches for use offline. */
    kept: string[];
  };
  data: BundleFile[];
  dotnet: { resources: Record<string, BundleFile[]> };
}

/** The files that cells can read: name → address or content. */
export type Files = Map<string, string | ArrayBuffer>;

/** The site and notebook of a session. */
export interface SessionOf {
  boot: Boot;
  /** The site's path. */
  site: string;
  /** The bundle's address. */
  live: URL;
  files: Files;
  /** Whether the notebook is an assignment, which can be handed in. */
  isAssignment: boolean;
}

/** An output of a cell: see PageCalls.Emit of the C# program. */
export interface Output { kind: string; name: string | null; parts: string[] }

/** An output with the id of its cell. */
export interface Message extends Output { id: string }

/** How a cell's run has ended. The outcome is the name of a CellOutcome, or "ended" or "killed" if the session has
 * ended with the run. */
export interface Ended { outcome: string; duration?: number }

/** The output of a cell as it is stored for the next visit: the text that ran, the HTML, the duration, the end (ms). */
export interface Result { ran?: string; output: string; time?: string; ranAt?: number }

declare global {
  interface Window {
    /** Loads plotly.js for the charts of a page: see site.js of NeuralNotebooks.Site. */
    nnPlotly?: { bring(address?: string): void; ready?: Promise<void> };
    /** Opens the folded parts of a page that hide an element, such as the answer to a prediction. */
    nnUnfold?(element: Element): void;
    /** Adds a button that saves a picture to each picture in a box. */
    nnSave?(box: HTMLElement): void;
  }

  /** The megabytes that a page needs offline, with all data. */
  const OFFLINE_MEGABYTES: number;
}
