import type { Externals } from '../namespaces/externals.ts';
import { Network } from '../network/network.ts';
import type { Session } from '../network/session.ts';
import type { Problem, ProblemSink } from '../problems/problem.ts';

/** What is wrong with a model whoever runs it, and with whatever names: all else only a run can tell. */
const CERTAIN = new Set(['dimension-mismatch', 'not-boolean', 'unsupported-equations', 'syntax']);

/** Passes everything on until told to keep only what is certain. */
export class SelectiveSink implements ProblemSink {
  private certainOnly = false;

  constructor(private readonly inner: ProblemSink) {}

  restrict(): void {
    this.certainOnly = true;
  }

  report(problem: Problem): void {
    if (!this.certainOnly || CERTAIN.has(problem.code)) this.inner.report(problem);
  }
}

/**
 * Checks the models of a script that starts no simulation: one that is still being written, or a module that
 * others run. Its names count as unknown where they are not found.
 */
export function checkUnrunModels(session: Session, sink: SelectiveSink, names: Externals): void {
  if (session.runCalls.length > 0) return;
  sink.restrict();
  const network = new Network(session, 'unrun');
  network.setObjects(session.objects.filter((object) => object.addToMagicNetwork));
  network.run({
    duration: undefined,
    runNamespace: { ...names, lookup: (name) => names.lookup(name), names: () => names.names(), open: true },
    progress: () => {},
    interrupted: () => false,
  });
}
