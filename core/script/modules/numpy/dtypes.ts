import type { DType } from '../../../arrays/dtype.ts';
import { itemSize, kindOf } from '../../../arrays/dtype.ts';
import { type CompareOp, PyObject, PyStr, type PyValue } from '../../values.ts';

/** `numpy.dtype`. */
export class PyDType extends PyObject {
  readonly typeName = 'numpy.dtype';
  constructor(readonly dtype: DType) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'name') return new PyStr(this.dtype);
    if (name === 'itemsize') return BigInt(itemSize(this.dtype));
    if (name === 'kind') return new PyStr({ bool: 'b', integer: 'i', float: 'f' }[kindOf(this.dtype)]);
    return undefined;
  }
  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if (op !== '==' && op !== '!=') return undefined;
    return (nameOf(other) === this.dtype) === (op === '==');
  }
  override repr(): string {
    return `dtype('${this.dtype}')`;
  }
  override str(): string {
    return this.dtype;
  }
  override hashKey(): unknown {
    return `dtype ${this.dtype}`;
  }
}

function nameOf(value: PyValue): string | undefined {
  if (value instanceof PyDType) return value.dtype;
  const name = value instanceof PyStr ? value.value : classNameOf(value);
  return name === 'float' ? 'float64' : name === 'int' ? 'int64' : name;
}

function classNameOf(value: PyValue): string | undefined {
  return value instanceof PyObject && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined;
}
