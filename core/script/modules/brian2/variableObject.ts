import type { Owner } from '../../../groups/stateAccess.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import { type Variable, valueTypeOf } from '../../../variables/variable.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { dimensionObject } from '../numpy/dimensionObject.ts';
import { scalarClass } from '../numpy/scalarTypes.ts';
import { dimensionUnit } from '../units/helpers.ts';

const CLASSES = {
  constant: 'Constant',
  array: 'ArrayVariable',
  subexpression: 'Subexpression',
  auxiliary: 'AuxiliaryVariable',
} as const;

/** What is known of a variable, as `G.variables['v']` tells it. */
export class VariableObject extends PyObject {
  constructor(
    private readonly owner: Owner,
    private readonly variable: Variable,
    private readonly values: (withUnits: boolean, ctx: Interpreter) => PyValue,
  ) {
    super();
  }

  get typeName(): string {
    const isDynamic = this.variable.kind === 'array' && this.variable.dynamic;
    return isDynamic ? 'DynamicArrayVariable' : CLASSES[this.variable.kind];
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { variable } = this;
    switch (name) {
      case 'name':
        return new PyStr(variable.name);
      case 'dim':
        return dimensionObject(variable.dimension);
      case 'unit':
        return dimensionUnit(variable.dimension, unitRegistryOf(ctx.session));
      case 'dtype':
        return scalarClass(variable.dataType);
      case 'scalar':
        return variable.scalar;
      case 'constant':
        return variable.constant;
      case 'read_only':
        return variable.readOnly;
      case 'dynamic':
        return variable.kind === 'array' && variable.dynamic;
      case 'array':
        return variable.kind === 'array';
      case 'is_boolean':
        return valueTypeOf(variable.dataType) === 'boolean';
      case 'is_integer':
        return valueTypeOf(variable.dataType) === 'integer';
      case 'get_value':
        return new NativeFunction(name, (_call, inner) => this.values(false, inner));
      case 'get_value_with_unit':
        return new NativeFunction(name, (_call, inner) => this.values(true, inner));
      default:
        return this.ownAttribute(name, ctx);
    }
  }

  /** Of some kinds only. */
  private ownAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { variable } = this;
    if (name === 'size' && variable.kind === 'array')
      return ctx.mode === 'analysis' ? new Unknown() : BigInt(variable.size);
    if (name === 'value' && variable.kind === 'constant') return this.values(false, ctx);
    if (name === 'expr' && variable.kind === 'subexpression') {
      const equation = (this.owner as Partial<{ equations: Map<string, { exprText: string }> }>).equations;
      return new PyStr(equation?.get(variable.name)?.exprText ?? '');
    }
    return undefined;
  }
}
