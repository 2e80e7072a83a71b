import { executeServerCommand } from '@web/test-runner-commands';

/** Its text; how it begins and how long it is, the rest being NULs that take no space on a disk; or what comes how often. */
export type InputFile =
  | string
  | { readonly text: string; readonly size: number }
  | { readonly text: string; readonly row: string; /** In thousands. */ readonly thousands: number };

/** A run of Node in a folder of its own, in which the package is installed as it is built. */
export interface NodeRun {
  /** A name in the package's `bin`; without it the first argument names a script. */
  readonly command?: string;
  readonly args: readonly string[];
  /** Beside the environment of the test. */
  readonly env?: Readonly<Record<string, string>>;
  /** What lies in the folder, by name. */
  readonly files?: Readonly<Record<string, InputFile>>;
  /** Symbolic links in the folder, by name, and where they lead. */
  readonly links?: Readonly<Record<string, string>>;
  /** Named pipes in the folder, and what comes out of them. */
  readonly pipes?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** The file of the folder that is standard input. */
  readonly stdinFile?: string;
  /** Megabytes that Node's heap may have. */
  readonly heap?: number;
  /** Whether anybody reads standard output. */
  readonly reads?: boolean;
}

export interface NodeResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The files that the run made or changed, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs a command or a script in Node. What is run is built when it is first asked for. */
export function runInNode(run: NodeRun): Promise<NodeResult> {
  return executeServerCommand('run-in-node', run as unknown as Record<string, unknown>);
}
