import type { Expression } from '../../grammars/equations/tree.ts';
import type { Storage, TypedArray } from '../devices/plan.ts';
import type { Resolved } from '../namespaces/resolved.ts';
import type { Location } from '../text/range.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import type { ArrayVariable, DataType, Variable } from './variable.ts';

/** Storage in which variables can be made, not only read. Analysis has one that keeps nothing. */
export interface VariableStorage extends Storage {
  /** Makes room for `variable.size` zeros. */
  allocate(variable: ArrayVariable): void;
  /** Changes the size, keeps the values, fills with zeros; sets `variable.size`. */
  resize(variable: ArrayVariable, size: number): void;
}

export interface ArrayOptions {
  readonly dimension?: Dimension;
  readonly dataType?: DataType;
  readonly size: number;
  readonly scalar?: boolean;
  readonly constant?: boolean;
  readonly readOnly?: boolean;
  readonly dynamic?: boolean;
  readonly index?: string;
  readonly conditionalWrite?: string;
  readonly definition?: Location;
  readonly values?: ArrayLike<number>;
}

interface Entry {
  readonly variable: Variable;
  readonly index: string;
  readonly definition?: Location;
}

/** The variables of one object, by the names that code uses, each with the index that reaches its element. */
export class Variables {
  private readonly entries = new Map<string, Entry>();
  /** Names whose definition was not understood, as far as there was one. */
  private readonly doubtful = new Set<string>();
  /** True where the model was not understood as a whole: a missing name may only be half typed. */
  open = false;
  /** Grows with every change of what a name stands for. */
  revision = 0;

  constructor(
    readonly owner: string,
    private readonly storage: VariableStorage,
    /** The index of variables that do not say otherwise. */
    private readonly defaultIndex = '_idx',
  ) {}

  get(name: string): Variable | undefined {
    return this.entries.get(name)?.variable;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  names(): IterableIterator<string> {
    return this.entries.keys();
  }

  /** As code sees it. */
  resolve(name: string): Resolved | undefined {
    const entry = this.entries.get(name);
    if (entry === undefined) return undefined;
    if (this.doubtful.has(name)) return { kind: 'unknown', name, definition: entry.definition };
    const index = entry.variable.scalar ? '0' : entry.index;
    return { kind: 'variable', variable: entry.variable, index, definition: entry.definition };
  }

  indexOf(name: string): string {
    return this.entries.get(name)?.index ?? this.defaultIndex;
  }

  addArray(name: string, options: ArrayOptions): ArrayVariable {
    const variable: ArrayVariable = {
      kind: 'array',
      name,
      owner: this.owner,
      arrayName: `_array_${this.owner}_${name}`,
      dimension: options.dimension ?? DIMENSIONLESS,
      dataType: options.dataType ?? 'float64',
      size: options.size,
      scalar: options.scalar ?? false,
      constant: options.constant ?? false,
      readOnly: options.readOnly ?? false,
      dynamic: options.dynamic ?? false,
      conditionalWrite: options.conditionalWrite,
    };
    this.storage.allocate(variable);
    if (options.values !== undefined) fill(this.storage.array(variable), options.values);
    this.set(name, variable, options.index, options.definition);
    return variable;
  }

  /** 0, 1, 2, ...: the `i` of a group. */
  addArange(name: string, size: number, start = 0, index?: string): ArrayVariable {
    const values = { length: size } as ArrayLike<number>;
    const variable = this.addArray(name, {
      size,
      dataType: 'int32',
      constant: true,
      readOnly: true,
      index,
      values,
    });
    const array = this.storage.array(variable);
    for (let k = 0; k < array.length; k++) array[k] = k + start;
    return variable;
  }

  addConstant(name: string, value: number, dimension = DIMENSIONLESS, dataType: DataType = 'int32'): void {
    const common = { owner: this.owner, scalar: true, constant: true, readOnly: true };
    this.set(name, { kind: 'constant', name, value, dimension, dataType, ...common });
  }

  addSubexpression(
    name: string,
    expr: Expression,
    dimension: Dimension,
    dataType: DataType,
    scalar: boolean,
    definition?: Location,
  ): void {
    const common = { owner: this.owner, scalar, constant: false, readOnly: true };
    this.set(
      name,
      { kind: 'subexpression', name, expr, dimension, dataType, ...common },
      undefined,
      definition,
    );
  }

  addAuxiliary(name: string, dimension: Dimension, dataType: DataType = 'float64', scalar = false): void {
    const common = { owner: this.owner, scalar, constant: false, readOnly: false };
    this.set(name, { kind: 'auxiliary', name, dimension, dataType, ...common });
  }

  /** Makes a variable of another object reachable from here, under a name and an index of our own. */
  addReference(name: string, variable: Variable, index?: string, definition?: Location): void {
    this.set(name, variable, index, definition);
  }

  /** Nothing may be concluded from what is known of this name. */
  markDoubtful(name: string): void {
    this.revision++;
    this.doubtful.add(name);
  }

  definitionOf(name: string): Location | undefined {
    return this.entries.get(name)?.definition;
  }

  private set(name: string, variable: Variable, index = this.defaultIndex, definition?: Location): void {
    this.revision++;
    this.entries.set(name, { variable, index, definition });
  }
}

function fill(array: TypedArray, values: ArrayLike<number>): void {
  for (let k = 0; k < Math.min(array.length, values.length); k++) array[k] = values[k] ?? 0;
}
