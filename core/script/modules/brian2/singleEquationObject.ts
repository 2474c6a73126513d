import { identifiersOf, isNoiseName } from '../../../equations/names.ts';
import type { SingleEquation } from '../../../equations/singleEquation.ts';
import { showEquation } from '../../../equations/singleEquation.ts';
import { unitDisplay, unitRegistryOf } from '../../../units/displayUnits.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyList } from '../../objects/sequences.ts';
import { type CompareOp, PyObject, PyStr, type PyValue } from '../../values.ts';
import { dimensionObject } from '../numpy/dimensionObject.ts';
import { dimensionUnit } from '../units/helpers.ts';
import { CodeStringObject, stringSet } from './codeStringObject.ts';

/** The order in which Brian lists the types. */
const UPDATE_ORDER = { subexpression: 0n, 'differential equation': 1n, parameter: 2n } as const;

/** One equation of an `Equations` object. */
export class SingleEquationObject extends PyObject {
  readonly typeName = 'SingleEquation';

  constructor(readonly equation: SingleEquation) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { equation } = this;
    switch (name) {
      case 'type':
        return new PyStr(equation.type);
      case 'varname':
        return new PyStr(equation.name);
      case 'expr':
        return equation.expr ? new CodeStringObject('Expression', equation.exprText, equation.expr) : null;
      case 'var_type':
        return new PyStr(equation.valueType);
      case 'flags':
        return new PyList(equation.flags.map((flag) => new PyStr(flag)));
      case 'dim':
        return dimensionObject(equation.dimension);
      case 'unit':
        return dimensionUnit(equation.dimension, unitRegistryOf(ctx.session));
      case 'identifiers':
        return stringSet(this.names());
      case 'stochastic_variables':
        return stringSet(this.names().filter(isNoiseName));
      case 'update_order':
        return UPDATE_ORDER[equation.type];
      default:
        return undefined;
    }
  }

  private names(): string[] {
    const { expr } = this.equation;
    return expr === undefined ? [] : [...identifiersOf(expr)];
  }

  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if ((op !== '==' && op !== '!=') || !(other instanceof SingleEquationObject)) return undefined;
    return isSameEquation(this.equation, other.equation) === (op === '==');
  }

  override str(ctx: Interpreter): string {
    return showEquation(this.equation, unitRegistryOf(ctx.session));
  }

  override repr(ctx: Interpreter): string {
    const { type, name, exprText, expr, dimension, flags } = this.equation;
    const text = expr === undefined ? '' : `: ${exprText}`;
    const listed = flags.length === 0 ? '' : `, flags: ${flags.join(', ')}`;
    return `<${type} ${name}${text} (Unit: ${unitDisplay(dimension, unitRegistryOf(ctx.session))}${listed})>`;
  }
}

export function isSameEquation(a: SingleEquation, b: SingleEquation): boolean {
  return a.type === b.type && a.valueType === b.valueType && showEquation(a) === showEquation(b);
}
