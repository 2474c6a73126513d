/** What comes of one script under both simulators. */
import { type Done, differences, statisticalDifferences, told } from './compare.ts';
import type { Answer, Pair } from './simulator.ts';

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

export async function judge(
  pair: Pair,
  paths: Paths,
  settings: Settings,
): Promise<{ verdict: Verdict; what: string }> {
  const { longest } = settings;
  const brian = await pair.brian.ask({ path: paths.brian, seed: 0, longest });
  const ours = await pair.ours.ask({ path: paths.ours, seed: 0, longest });
  if (ours.outcome !== 'done' || brian.outcome !== 'done') return withoutResults(ours, brian);
  const different = differences(ours, brian);
  if (different.length === 0) return { verdict: 'same', what: '' };
  const runs = await moreSeeds(pair, paths, settings, { ours, brian });
  if (typeof runs === 'string') return { verdict: 'not judged', what: runs };
  const isChance = runs.brian.some((run) => differences(run, brian).length > 0);
  if (!isChance) return { verdict: 'different', what: told(different) };
  const beyondChance = statisticalDifferences(runs.ours, runs.brian);
  if (beyondChance.length === 0) return { verdict: 'same in distribution', what: '' };
  return { verdict: 'different', what: `in distribution: ${told(beyondChance)}` };
}

function withoutResults(ours: Answer, brian: Answer): { verdict: Verdict; what: string } {
  if (brian.outcome === 'none') return { verdict: 'not judged', what: `Brian: ${brian.reason}` };
  if (brian.outcome === 'failed') return bothFail(brian, ours);
  if (ours.outcome === 'none') return { verdict: 'failed', what: ours.reason };
  if (ours.outcome === 'done') throw new Error('both sides have results');
  const lack = /^Spikelens (?:doesn't support|has no) .*/m.exec(ours.message);
  if (lack) return { verdict: 'unsupported', what: lack[0] };
  return { verdict: 'failed', what: `${ours.errorClass}: ${ours.message.slice(0, 1000)}` };
}

/** Brian's own failures say nothing about ours, but where it refuses what we run. */
function bothFail(
  { errorClass, message }: Extract<Answer, { outcome: 'failed' }>,
  ours: Answer,
): { verdict: Verdict; what: string } {
  const says = `${errorClass}: ${message.split('\n').at(-1)}`;
  const we = ours.outcome === 'failed' ? `${ours.errorClass}: ${ours.message.split('\n')[0]}` : ours.outcome;
  return { verdict: 'not judged', what: `Brian fails: ${says}; we: ${we}` };
}

/** Our runs and Brian's with further seeds; a string says why there are none. */
async function moreSeeds(
  pair: Pair,
  paths: Paths,
  { longest, seeds }: Settings,
  first: { ours: Done; brian: Done },
): Promise<{ ours: Done[]; brian: Done[] } | string> {
  const runs = { ours: [first.ours], brian: [first.brian] };
  for (const side of ['brian', 'ours'] as const)
    for (let seed = 1; seed < seeds; seed++) {
      const answer = await pair[side].ask({ path: paths[side], seed, longest });
      if (answer.outcome !== 'done') return `${side}: only some seeds come to an end`;
      runs[side].push(answer);
      // Without chance one more run of Brian's tells.
      if (side === 'brian' && seed === 1 && differences(answer, first.brian).length === 0) return runs;
    }
  return runs;
}
