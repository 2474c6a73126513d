import type { Expression } from '../../../grammars/equations/tree.ts';
import { NOWHERE, name } from '../../symbolic/build.ts';
import { type DataType, valueTypeOf } from '../../variables/variable.ts';
import type { Slot } from '../arraySlots.ts';
import type { CodeStatement } from '../codeObject.ts';
import { loadElements, storeElements } from './elements.ts';
import type { ImportName } from './imports.ts';
import type { Instructions } from './instructions.ts';
import { type KernelParameters, localName } from './kernelParameters.ts';
import type { ModuleWriter } from './moduleWriter.ts';
import { VectorExpressions } from './vectorExpressions.ts';
import type { RandomSites } from './vectorisable.ts';

/** Writes the loop of a kernel: loads, statements, stores, for the elements `index` and `index + 1`. */
export class KernelWriter {
  /** Local: the first of the two elements. */
  readonly index: number;
  private readonly locals = new Map<string, number>();
  private readonly expressions: VectorExpressions;

  constructor(
    module: ModuleWriter,
    readonly code: Instructions,
    imports: ReadonlyMap<ImportName, number>,
    private readonly parameters: KernelParameters,
    random: RandomSites,
  ) {
    this.index = code.declare('i32');
    this.expressions = new VectorExpressions(module, code, imports, {
      scope: parameters.scope,
      local: (text) => this.local(text),
      random,
      seed: parameters.valueOf('_seed'),
      tick: parameters.valueOf('_tick'),
      element: this.index,
    });
    this.spreadScalars();
  }

  loop(N: number, body: () => void): void {
    const { code, index } = this;
    code.loop(() => {
      body();
      code.get(index).integer(2).emit('i32.add').tee(index).integer(N).emit('i32.lt_s');
    });
  }

  statements(statements: readonly CodeStatement[]): void {
    const elements = this.parameters.slots.all.filter(({ index }) => index === '_idx');
    for (const slot of elements) {
      if (!slot.read) continue;
      this.load(slot);
      this.code.set(this.local(slot.local));
    }
    for (const statement of statements) this.statement(statement);
    for (const slot of elements) if (slot.written) this.store(slot);
  }

  /** The number of the local for a name of the block. */
  local(text: string): number {
    const key = this.parameters.slots.slotOf(text)?.local ?? localName(text);
    let local = this.locals.get(key);
    if (local === undefined) {
      local = this.code.declare('v128');
      this.locals.set(key, local);
    }
    return local;
  }

  /** Arguments that vector code uses, in both lanes. */
  private spreadScalars(): void {
    const { parameters, code } = this;
    const scalars = [
      ...parameters.slots.all
        .filter(({ index }) => index === '0')
        .map(({ local, variable }) => ({ local, isBoolean: variable.dataType === 'bool' })),
      ...[...parameters.scope.temporaries]
        .filter(([, { scalar }]) => scalar)
        .map(([text, { dataType }]) => ({ local: localName(text), isBoolean: dataType === 'bool' })),
    ];
    for (const { local, isBoolean } of scalars) {
      const parameter = parameters.valueOf(local);
      if (parameter === undefined) continue;
      code.get(parameter).emit('f64x2.splat');
      if (isBoolean) code.float(0).emit('f64x2.splat', 'f64x2.ne');
      code.set(this.local(local));
    }
  }

  private load({ variable }: Pick<Slot, 'variable'>): void {
    loadElements(this.code, this.parameters.addressOf(variable), this.index, variable.dataType);
  }

  private store(slot: Slot): void {
    const { code, parameters, index } = this;
    const { dataType } = slot.variable;
    storeElements(code, parameters.addressOf(slot.variable), index, dataType, () => {
      code.get(this.local(slot.local));
      if (slot.condition === undefined) return;
      this.load(slot);
      code.get(this.local(slot.condition.local)).emit('v128.bitselect');
    });
  }

  private statement({ target, op, expr, dataType }: CodeStatement): void {
    this.converted(op === '=' || op === ':=' ? expr : inPlace(target, op, expr), dataType);
    this.code.set(this.local(target));
  }

  private converted(expr: Expression, dataType: DataType): void {
    const from = this.parameters.scope.typeOf(expr);
    const to = valueTypeOf(dataType);
    if (to === 'boolean') this.expressions.truth(expr);
    else this.expressions.number(expr);
    if (to === 'integer' && from === 'float') this.code.emit('f64x2.trunc');
  }
}

function inPlace(target: string, op: CodeStatement['op'], right: Expression): Expression {
  const operator = op.slice(0, -1) as '+' | '-' | '*' | '/' | '%' | '//' | '**';
  return { kind: 'binary', op: operator, left: name(target), right, range: NOWHERE };
}
