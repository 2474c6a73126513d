import { supportCode, supportEnvironment } from '../../codegen/javascriptSupport.ts';
import type { GeneratedCode } from '../../codegen/render.ts';
import { renderTemplate } from '../../codegen/templates.ts';
import type { ArrayVariable } from '../../variables/variable.ts';
import type { Storage, TypedArray } from '../plan.ts';
import { streamKey } from '../random.ts';
import { RANDOM_FUNCTIONS } from './randomFunctions.ts';

type Call = (tick: number, t: number, timestep: number) => void;
type Factory = (
  arrays: Readonly<Record<string, TypedArray>>,
  environment: Readonly<Record<string, unknown>>,
) => Call;

/** What a template is rendered with, and what its code is given when it runs. */
export interface CodeParts {
  readonly name: string;
  /** Path below templates/javascript. */
  readonly template: string;
  readonly seed: number;
  readonly code: readonly GeneratedCode[];
  /** Arrays that the template itself uses. */
  readonly arrays: readonly ArrayVariable[];
  /** Objects that the template itself uses, by the names under which it knows them. */
  readonly environment: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
}

/** A compiled code object; `bind` fetches the arrays again after they moved. */
export class BoundCode {
  call: Call;
  readonly source: string;
  private readonly factory: Factory;
  private readonly arrays: readonly ArrayVariable[];
  private readonly environment: Readonly<Record<string, unknown>>;

  constructor(
    parts: CodeParts,
    private readonly storage: Storage,
  ) {
    this.arrays = arraysOf(parts);
    this.environment = environmentOf(parts);
    this.source = sourceOf(parts, this.arrays, this.environment);
    this.factory = new Function('$arrays', '$environment', this.source) as Factory;
    this.call = this.bind();
  }

  bind(): Call {
    const arrays: Record<string, TypedArray> = Object.create(null);
    for (const variable of this.arrays) arrays[variable.arrayName] = this.storage.array(variable);
    this.call = this.factory(arrays, this.environment);
    return this.call;
  }
}

/** The JavaScript text of a code object; what `codegen` writes. */
export function sourceOf(
  parts: CodeParts,
  arrays: readonly ArrayVariable[] = arraysOf(parts),
  environment: Readonly<Record<string, unknown>> = environmentOf(parts),
): string {
  return renderTemplate(`javascript/${parts.template}`, {
    ...parts.context,
    name: parts.name,
    code: parts.code[0],
    arrays: arrays.map((variable) => variable.arrayName),
    environment: Object.keys(environment),
    streams: streamsOf(parts),
    passes: parts.code.flatMap((code) => code.passes),
    support: supportCode({ support: new Set(parts.code.flatMap((code) => [...code.support])) }),
  });
}

function arraysOf(parts: CodeParts): ArrayVariable[] {
  const arrays = new Map<string, ArrayVariable>();
  for (const variable of parts.arrays) arrays.set(variable.arrayName, variable);
  for (const code of parts.code) for (const [name, variable] of code.arrays) arrays.set(name, variable);
  return [...arrays.values()];
}

function environmentOf(parts: CodeParts): Record<string, unknown> {
  const environment: Record<string, unknown> = Object.create(null);
  Object.assign(environment, parts.environment);
  if (parts.code.some((code) => code.randomSites > 0))
    Object.assign(environment, RANDOM_FUNCTIONS, { _seed: parts.seed });
  return Object.assign(environment, supportEnvironment(parts.code));
}

function streamsOf(parts: CodeParts): number[] {
  const sites = Math.max(0, ...parts.code.map((code) => code.randomSites));
  return Array.from({ length: sites }, (_, site) => streamKey(parts.name, site));
}
