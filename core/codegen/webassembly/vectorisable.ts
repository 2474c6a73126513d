/** Numbers and keys of the places where random numbers are drawn. */
export interface RandomSites {
  /** How many the code before the loop has. */
  readonly first: number;
  streamOf(site: number): number;
}

/** Thrown while a kernel is written, for what only JavaScript can do. */
export class NotVectorisable extends Error {}
