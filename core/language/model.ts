/** What analysis knows of one script: the language service's only input. */
import type { EquationTree, Expression, GeneratorTree, Statement } from '../../grammars/equations/tree.ts';
import type { Resolved } from '../namespaces/resolved.ts';
import type { Problem } from '../problems/problem.ts';
import type { ParsedScript } from '../script/syntax/parse.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';

export type CodeStringTree =
  | { readonly kind: 'equations'; readonly equations: readonly EquationTree[] }
  | { readonly kind: 'expression'; readonly expr: Expression }
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  | { readonly kind: 'generator'; readonly generator: GeneratorTree };

/** One string of the script that Brian reads as code: a model, a threshold, a reset, an on_pre, ... */
export interface CodeString {
  readonly source: SourceString;
  readonly tree: CodeStringTree;
  /** What it is to its owner: `model`, `threshold`, `reset`, `on_pre`, `rates`, `value`, `condition`, ... */
  readonly role: string;
  /** Name of the Brian object, such as `neurongroup`. */
  readonly owner: string;
  /** What a name in it stands for, as far as is known when the script ended. */
  resolve(name: string): Resolved | undefined;
}

export interface ScriptModel {
  readonly document: string;
  readonly text: string;
  /** False where the script imports nothing of Brian: then all lists are empty. */
  readonly usesBrian: boolean;
  readonly problems: readonly Problem[];
  readonly codeStrings: readonly CodeString[];
  /** The calls that start a simulation, in the order of the text. */
  readonly runCalls: readonly Location[];
  /** Names that the script binds at module level to quantities or Brian objects, with a one-line description. */
  readonly definitions: readonly Definition[];
  /** How the text was read; the analysis of its next state goes on from there. */
  readonly parsed?: ParsedScript;
}

export interface Definition {
  readonly name: string;
  readonly location: Location;
  /** `10. ms`, `NeuronGroup of 4000`, ... */
  readonly description: string;
}
