// Types that several scripts of a page use, and declarations of what the build and the site's own scripts define.

/** The state of C# as the page shows it by the attribute `data-nn-live`; running if it is used: see schedule.js. */
export type ShownState = 'off' | 'loading' | 'ready' | 'running' | 'failed';

/** What buttons and keys of a page do. Buttons name it in the attribute `data-nn-action`. */
export type Action = 'run' | 'runAndGoOn' | 'runAll' | 'stop' | 'reset' | 'add' | 'edit';

/** A file of the bundle. */
export interface BundleFile {
  name: string;
  size: number;
  hash: string;
  /** Whether the content was compressed before the bundle was built, and stays compressed when it is read. */
  raw?: boolean;
}

/** A file of the bundle that is fetched when it is needed, and written to `path` in memory: before a cell that contains
 * the word; with the package that it belongs to; with the first package (framework); with the first question about a
 * name (documentation); with Hand in. */
export interface DataFile extends BundleFile {
  kind: 'word' | 'package' | 'framework' | 'documentation' | 'handIn';
  word?: string;
  path: string;
}

/** A script of the bundle. Scripts are not compressed. */
export interface BundleScript { name: string; size: number }

/** The bundle's manifest, boot.json. bundle.js writes it. */
export interface Boot {
  /** The manifest's text, without what view.js adds for one page. */
  manifest: string;
  version: string;
  scripts: {
    runtime: BundleScript;
    worker: BundleScript;
    /** The script that starts .NET. */
    dotnet: BundleScript;
    /** The scripts that a browser caches for use offline. */
    kept: string[];
  };
  data: DataFile[];
  /** The names of the framework's assemblies. */
  framework: string[];
  /** The packages of the page, which view.js adds: see PagePackages of the C# program. */
  packages?: object[];
  /** The configuration of .NET. */
  dotnet: { resources: Record<string, BundleFile[]> };
}

/** The files that cells can read: name → address or content. */
export type Files = Map<string, string | ArrayBuffer>;

/** The site and notebook of a session. */
export interface SessionOptions {
  boot: Boot;
  /** The site's path. */
  site: string;
  /** The bundle's address. */
  live: URL;
  files: Files;
  /** Whether the notebook is an assignment, which can be handed in. */
  isAssignment: boolean;
}

/** The output of a cell in the notebook format. */
export type Output = import('./Session/messages.js').Value | import('./Session/messages.js').Printed
  | import('./Session/messages.js').CellError;

/** A check of a value: why it is not what is expected; empty if it is a T. */
export interface Check<T> { (value: any): string; type?: T }

/** The type of the values that pass a check. */
export type Checked<C> = C extends Check<infer T> ? T : never;

/** An object whose fields pass these checks. A field that may be undefined may be missing. */
export type Fields<S> =
  { [K in keyof S as undefined extends Checked<S[K]> ? never : K]: Checked<S[K]> }
  & { [K in keyof S as undefined extends Checked<S[K]> ? K : never]?: Checked<S[K]> };

/** One of several objects, which the field Tag tells apart. */
export type Tagged<Tag extends string, S> = { [K in keyof S]: { [T in Tag]: K } & Fields<S[K]> }[keyof S];

/** How a cell's run has ended. The outcome is the name of a CellOutcome, or "ended" or "killed" if the session has
 * ended with the run: then the cell shows the message, or that it did not respond. */
export interface Ended { outcome: string; duration?: number; message?: string }

/** What a run of a cell depends on, besides its text. */
export interface RunOptions {
  /** The values of the cell's controls: name → value. */
  choices?: Record<string, string>;
  /** Whether the run follows a moved control. */
  follows: boolean;
  /** Whether what the code declares is dropped at its end: it checks a claim. */
  isClaim?: boolean;
}

/** What the page wants to know from the session while no cell runs: see PageHost.Query of the C# program, and
 * PageHost.HandIn for the notebook of an assignment. */
export type Query =
  /** `code` is the text of a cell, and `position` a position in it. */
  | { type: 'complete' | 'problems' | 'inspect' | 'signatures'; code: string; position: number }
  /** For the extension of a notebook's file name, `code` is the text of the file. */
  | { type: 'names' | '.ipynb' | '.dib'; code: string; position?: undefined }
  | { type: 'variables'; code?: undefined; position?: undefined }
  | { type: 'handIn'; name: string; text: string; judge: boolean };

/** The messages of a page to its worker. The first one is `start`; the others follow once the worker is ready. A
 * message with an `id`, the number of a request, gets a reply. */
export type ToWorker =
  /** `page` is the id by which the service worker knows the page; null if there is no service worker. */
  | { type: 'start'; boot: Boot; cache: string; page: string | null }
  | ({ type: 'run'; id: number; cell: string; code: string; number: number } & RunOptions)
  | { type: 'query'; id: number; query: Query }
  | { type: 'file'; name: string; content: ArrayBuffer }
  | { type: 'stop' };

/** What a session passes on to the page from its worker. */
export interface SessionEvents {
  progress(bytes: number): void;
  fetching(size: number): void;
  output(cell: string, event: import('./Session/messages.js').OutputEvent): void;
  inputRequest(prompt: string, isPassword: boolean): void;
  /** .NET has ended by itself. */
  died(): void;
}

/** The output of a cell as it is stored for the next visit: the text that ran, the HTML, the duration, the end (ms). */
export interface Result { ran?: string; output: string; time?: string; ranAt?: number }

declare global {
  interface Window {
    /** The script that draws figures: see figures.js of NeuralNotebooks.Drawing. */
    nnFigures: {
      show(within?: ParentNode): Promise<unknown>;
      drawAll(): Promise<void[]>;
      connectDrawingField(place: HTMLElement, own: { name: string },
        moved: (drawing: { ink: string; centred: string }) => void):
        (drawing: { ink: string }) => void;
      framesOf(chart: any): any[];
      ticksOf(axis: { from: number; to: number }, most?: number, least?: number): number[];
      end(): void;
    };
    nnWholePlotly?: any;
    /** The tokenizer of C#, and a function that colours an element's text: see csharp.js of NeuralNotebooks.Site. */
    nnCSharp: {
      start(): object;
      token(stream: any, state: any): string | null;
      colour(element: Element): void;
    };
    /** Converts what a program writes to a terminal: see terminal.js of NeuralNotebooks.Site. */
    nnTerminal: {
      coloured(text: string): (string | HTMLElement)[];
      writer(element: HTMLElement): (text: string) => void;
    };
    /** Opens the folded parts of a page that hide an element, such as the answer to a prediction. */
    nnUnfold?(element: Element): void;
    /** The question of a prompt, with its form: see predict.js of NeuralNotebooks.Site. */
    nnPrediction?(prompt: Element): any;
    /** Opens the folded output of a cell, unless it answers a question that the reader has not answered. */
    nnShowOutput?(cell: Element): void;
    /** Makes scrollable boxes within an element focusable. */
    nnScrollable?(within: ParentNode): void;
  }

  /** The megabytes that a page needs offline, with all data. */
  const OFFLINE_MEGABYTES: number;
}
