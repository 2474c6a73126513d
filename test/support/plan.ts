/** Plans written by hand, with C++ statements written by hand, for tests of a device alone. */
import type { CodeObject, GrowingArray, TemplateData } from '../../core/codegen/codeObject.ts';
import type { GeneratedCode } from '../../core/codegen/render.ts';
import { GrowingValues } from '../../core/devices/growing.ts';
import type { PlanClock, RunPlan, Storage, TypedArray } from '../../core/devices/plan.ts';
import type { BrianFunction } from '../../core/functions/function.ts';
import type { Names, Resolved } from '../../core/namespaces/resolved.ts';
import { DIMENSIONLESS } from '../../core/units/dimension.ts';
import type { ArrayVariable, DataType } from '../../core/variables/variable.ts';

interface CodeOptions {
  readonly name: string;
  readonly data: TemplateData;
  readonly scalarCode?: string[];
  readonly vectorCode?: string[];
  /** Variables with the index that reaches them; those in `writes` are assigned to. */
  readonly uses?: readonly (readonly [ArrayVariable, string])[];
  readonly writes?: readonly ArrayVariable[];
  readonly sites?: number;
  readonly functions?: readonly BrianFunction[];
  readonly clock?: number;
  readonly tick?: number;
}

export class TestPlan implements Storage {
  readonly clocks: PlanClock[] = [];
  readonly items: RunPlan['items'][number][] = [];
  readonly fractions: number[] = [];
  private readonly storage = new Map<string, TypedArray>();
  private readonly generated = new Map<CodeObject, GeneratedCode>();

  constructor(private readonly seed = 1) {}

  array(variable: ArrayVariable): TypedArray {
    return this.storage.get(variable.arrayName)!;
  }

  variable(name: string, dataType: DataType, values: ArrayLike<number>): ArrayVariable {
    const arrayName = `_array_${name}`;
    this.storage.set(arrayName, typedArray(dataType, values));
    const variable = {
      kind: 'array',
      name,
      arrayName,
      dataType,
      owner: 'test',
      size: values.length,
    } as const;
    return {
      ...variable,
      dimension: DIMENSIONLESS,
      scalar: false,
      constant: false,
      readOnly: false,
      dynamic: false,
    };
  }

  eventSpace(name: string, N: number): ArrayVariable {
    return this.variable(`${name}_spikespace`, 'int32', new Array<number>(N + 1).fill(0));
  }

  clock(name: string, step: number, endStep: number, startStep = 0): PlanClock {
    const clock = {
      name,
      dt: this.variable(`${name}_dt`, 'float64', [step]),
      t: this.variable(`${name}_t`, 'float64', [startStep * step]),
      timestep: this.variable(`${name}_timestep`, 'int64', [startStep]),
      step,
      startStep,
      endStep,
    };
    this.clocks.push(clock);
    return clock;
  }

  code(options: CodeOptions): { value: number } {
    const names = new Map<string, Resolved>();
    for (const [variable, index] of options.uses ?? [])
      names.set(variable.name, { kind: 'variable', variable, index });
    const code = codeObject(options, names);
    this.generated.set(code, generatedCode(options));
    const ticks = { value: options.tick ?? 0 };
    this.items.push({ kind: 'code', code, clock: options.clock ?? 0, ticks });
    return ticks;
  }

  readonly generate = (code: CodeObject): GeneratedCode => this.generated.get(code)!;

  plan(): RunPlan {
    return {
      clocks: this.clocks,
      items: this.items,
      seed: this.seed,
      storage: this,
      stopRequested: () => false,
      progress: (fraction) => this.fractions.push(fraction),
    };
  }
}

function codeObject({ name, data, writes }: CodeOptions, names: Names): CodeObject {
  const range = { start: 0, end: 0 };
  const expr = { kind: 'number', value: 0, text: '0', isInteger: true, range } as const;
  const vector = (writes ?? []).map(({ name: target, dataType }) => {
    return { target, op: '=', expr, dataType, scalar: false, constant: false } as const;
  });
  return { name, names, data, block: { scalar: [], vector } };
}

function generatedCode(options: CodeOptions): GeneratedCode {
  const uses = options.uses ?? [];
  return {
    scalarCode: options.scalarCode ?? [],
    vectorCode: options.vectorCode ?? [],
    arrays: new Map(uses.map(([variable]) => [variable.arrayName, variable])),
    indexNames: new Set(uses.map(([, index]) => index)),
    randomSites: options.sites ?? 0,
    vectorRandomSites: options.sites ?? 0,
    functions: new Map((options.functions ?? []).map((called) => [called.name, called])),
    callSites: [],
    passes: [],
    callSetup: [],
    support: new Set(),
  };
}

function typedArray(dataType: DataType, values: ArrayLike<number>): TypedArray {
  if (dataType === 'bool') return Uint8Array.from(values);
  if (dataType === 'int32') return Int32Array.from(values);
  return dataType === 'float32' ? Float32Array.from(values) : Float64Array.from(values);
}

export function eventRecord(count: number, variables: Record<string, GrowingArray> = {}) {
  return {
    name: 'spikemonitor',
    recordTrains: true,
    t: GrowingValues.float64(),
    i: GrowingValues.int32(),
    variables: new Map(Object.entries(variables)),
    count: new Int32Array(count),
  };
}
