import type { TextRange } from '../text/range.ts';
import type { ScriptModel } from './model.ts';

/** A command offered above a line. `command` is registered by the editor's extension. */
export interface CodeLens {
  readonly range: TextRange;
  readonly title: string;
  readonly command: 'spikelens.runSimulation' | 'spikelens.buildAndRun';
}

/** Both ways to run, above every call that starts a simulation. */
export function codeLenses(model: ScriptModel): CodeLens[] {
  const seen = new Set<number>();
  return model.runCalls.flatMap(({ document, range }) => {
    if (document !== model.document || seen.has(range.start)) return [];
    seen.add(range.start);
    return [
      { range, title: '▶ Run Simulation', command: 'spikelens.runSimulation' as const },
      { range, title: 'Build and Run (C++)', command: 'spikelens.buildAndRun' as const },
    ];
  });
}
