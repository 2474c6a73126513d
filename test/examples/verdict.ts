/** What comes of one script under both simulators. */
import { differences, statisticalDifferences, told } from './compare.ts';
import type { Answer, Pair, Results } from './simulator.ts';

export type Verdict = 'same' | 'same in distribution' | 'different' | 'unsupported' | 'failed' | 'not judged';

export interface Row {
  readonly path: string;
  readonly verdict: Verdict;
  readonly what: string;
}

export interface Paths {
  readonly brian: string;
  readonly ours: string;
}

interface Settings {
  readonly longest: number;
  /** Of each simulator, where chance plays a part. */
  readonly seeds: number;
}

interface Outcome {
  readonly verdict: Verdict;
  readonly what: string;
}

/** Runs that can be compared, with the error that ended all of them, if one did. */
interface Runs {
  readonly ours: Results;
  readonly brian: Results;
  readonly ending?: string;
}

export async function judge(pair: Pair, paths: Paths, settings: Settings): Promise<Outcome> {
  const { longest } = settings;
  const brian = await pair.brian.ask({ path: paths.brian, seed: 0, longest });
  const ours = await pair.ours.ask({ path: paths.ours, seed: 0, longest });
  const runs = comparable(ours, brian);
  if ('verdict' in runs) return runs;
  const found = await compareRuns(pair, paths, settings, runs);
  if (runs.ending === undefined) return found;
  return { ...found, what: [found.what, `both end with ${runs.ending}`].filter((part) => part).join('; ') };
}

/** Both runs as far as they go; the verdict where they go differently far. */
function comparable(ours: Answer, brian: Answer): Runs | Outcome {
  if (brian.outcome === 'none') return { verdict: 'not judged', what: `Brian: ${brian.reason}` };
  if (ours.outcome === 'none') return { verdict: 'failed', what: ours.reason };
  if (ours.outcome === 'done' && brian.outcome === 'done') return { ours, brian };
  if (brian.outcome === 'done') return shortcoming(ours);
  // Durations cut short, a missing module: then both must stop at the same place, as what they leave behind shows.
  if (ours.outcome === 'failed' && ours.errorClass === brian.errorClass)
    return { ours, brian, ending: brian.errorClass };
  return { verdict: 'not judged', what: `Brian fails: ${failureOf(brian)}\nwe: ${failureOf(ours)}` };
}

/** Of ours, where Brian comes to an end. */
function shortcoming(ours: Answer): Outcome {
  if (ours.outcome === 'failed' && LACKS.has(ours.errorClass))
    return { verdict: 'unsupported', what: ours.message.split('\n')[0] ?? '' };
  return { verdict: 'failed', what: failureOf(ours) };
}

const LACKS: ReadonlySet<string> = new Set(['NotImplementedError', 'ModuleNotFoundError']);

function failureOf(answer: Answer): string {
  return answer.outcome === 'failed' ? `${answer.errorClass}: ${answer.message.slice(0, 1000)}` : 'done';
}

async function compareRuns(pair: Pair, paths: Paths, settings: Settings, first: Runs): Promise<Outcome> {
  const different = differences(first.ours, first.brian);
  if (different.length === 0) return { verdict: 'same', what: '' };
  const runs = await moreSeeds(pair, paths, settings, first);
  if (typeof runs === 'string') return { verdict: 'not judged', what: runs };
  const isChance = runs.brian.some((run) => differences(run, first.brian).length > 0);
  if (!isChance) return { verdict: 'different', what: told(different) };
  const beyondChance = statisticalDifferences(runs.ours, runs.brian);
  if (beyondChance.length === 0) return { verdict: 'same in distribution', what: '' };
  return { verdict: 'different', what: `in distribution: ${told(beyondChance)}` };
}

/** Our runs and Brian's with further seeds; a string says why there are none. */
async function moreSeeds(
  pair: Pair,
  paths: Paths,
  { longest, seeds }: Settings,
  first: Runs,
): Promise<{ ours: Results[]; brian: Results[] } | string> {
  const runs = { ours: [first.ours], brian: [first.brian] };
  for (const side of ['brian', 'ours'] as const)
    for (let seed = 1; seed < seeds; seed++) {
      const answer = await pair[side].ask({ path: paths[side], seed, longest });
      if (answer.outcome === 'none') return `${side} with seed ${seed}: ${answer.reason}`;
      if ((answer.outcome === 'failed') !== (first.ending !== undefined))
        return `${side}: only some seeds come to an end`;
      runs[side].push(answer);
      // Without chance one more run of Brian's tells.
      if (side === 'brian' && seed === 1 && differences(answer, first.brian).length === 0) return runs;
    }
  return runs;
}
