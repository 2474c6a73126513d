/** What analysis knows of one script: the language service's only input. */
import type { EquationTree, Expression, GeneratorTree, Statement } from '../../grammars/equations/tree.ts';
import type { Resolved } from '../namespaces/resolved.ts';
import type { Problem } from '../problems/problem.ts';
import type { ParsedScript } from '../script/syntax/parse.ts';
import type { MethodChoice } from '../stateupdaters/index.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import type { Dimension } from '../units/dimension.ts';

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
  /** Brian's objects by the names that Brian gives them, such as `neurongroup`. */
  readonly objects: ReadonlyMap<string, ObjectInfo>;
  /** How the text was read; the analysis of its next state goes on from there. */
  readonly parsed?: ParsedScript;
}

/** A Brian object that the script makes. */
export interface ObjectInfo {
  readonly name: string;
  readonly className: string;
  readonly location?: Location;
  /** Length of its time step in seconds. */
  readonly dt: number;
  /** Number of its elements, where it has some and analysis knows. */
  readonly size?: number;
  /** Names of the variables that scripts can read from it. */
  readonly variables: readonly string[];
  resolve(variable: string): Resolved | undefined;
  /** Events that it has, such as `spike`. */
  readonly events: readonly string[];
  /** Names of the objects that it needs: those at both ends of synapses, the source of a monitor. */
  readonly ends: readonly string[];
  /** How its equations are integrated, known where a run was prepared without errors. */
  readonly choice?: MethodChoice;
}

export interface Definition {
  readonly name: string;
  readonly location: Location;
  /** `10. ms`, `NeuronGroup of 4000`, ... */
  readonly description: string;
  /** Brian's or our class of the value. */
  readonly className?: string;
  /** Key in `objects`, where the value is a Brian object. */
  readonly object?: string;
  /** Of a number or an array with unit; absent where the unit is not known. */
  readonly dimension?: Dimension;
  /** Of an array. */
  readonly shape?: readonly number[];
}
