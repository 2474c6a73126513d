/** Context of one script evaluation; written out with the network part. */
export interface Session {
  readonly mode: 'analysis' | 'run';
}
