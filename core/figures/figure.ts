/** The figure model that pyplot calls build and one renderer draws. */
export interface Figure {
  readonly number: number;
  // The figures part owns and extends this.
}
