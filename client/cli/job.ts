/** What the main thread hands to the simulation thread, and what it hears from it. */
import type { MessagePort } from 'node:worker_threads';
import type { CodegenCommand, RunCommand } from './arguments.ts';

export interface Job {
  readonly command: RunCommand | CodegenCommand;
  readonly text: string;
  readonly debug: boolean;
  /** Shared memory of programs.ts. */
  readonly control: Int32Array;
  readonly port: MessagePort;
}

export type JobNews =
  /** The simulation has ended; what is left is writing. */
  { readonly kind: 'writing' } | { readonly kind: 'done'; readonly status: number };
