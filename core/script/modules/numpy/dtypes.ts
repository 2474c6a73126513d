import type { DType } from '../../../arrays/dtype.ts';
import { itemSize, kindOf } from '../../../arrays/dtype.ts';
import { PyClass } from '../../objects/classes.ts';
import { type CompareOp, PyObject, PyStr, type PyValue } from '../../values.ts';
import { dtypeOfClass, scalarClass } from './scalarTypes.ts';

/** `numpy.dtype`, the base of one class per type of element. */
export const DTYPE = new PyClass('dtype', [], new Map(), { module: 'numpy' });

const classes = new Map<DType, PyClass>();

function classOf(dtype: DType): PyClass {
  let cls = classes.get(dtype);
  if (cls === undefined) {
    cls = new PyClass(`dtype[${dtype === 'bool' ? 'bool_' : dtype}]`, [DTYPE], new Map(), {
      module: 'numpy',
    });
    classes.set(dtype, cls);
  }
  return cls;
}

/** The type of an array's elements. */
export class PyDType extends PyObject {
  readonly typeName = 'numpy.dtype';

  constructor(readonly dtype: DType) {
    super();
  }

  get pyClass(): PyClass {
    return classOf(this.dtype);
  }

  override getAttribute(name: string): PyValue | undefined {
    const kind = kindOf(this.dtype);
    switch (name) {
      case 'name':
        return new PyStr(this.dtype);
      case 'itemsize':
        return BigInt(itemSize(this.dtype));
      case 'kind':
        return new PyStr({ bool: 'b', integer: this.dtype.startsWith('u') ? 'u' : 'i', float: 'f' }[kind]);
      case 'type':
        return scalarClass(this.dtype);
      case 'char':
        return new PyStr(CHARACTERS[this.dtype]);
      case 'str':
        return new PyStr(
          `${itemSize(this.dtype) === 1 ? '|' : '<'}${this.kindLetter}${itemSize(this.dtype)}`,
        );
      default:
        return undefined;
    }
  }

  private get kindLetter(): string {
    return this.dtype === 'bool' ? 'b' : this.dtype[0]!;
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

const CHARACTERS: Readonly<Record<DType, string>> = {
  bool: '?',
  int8: 'b',
  uint8: 'B',
  int16: 'h',
  uint16: 'H',
  int32: 'i',
  uint32: 'I',
  int64: 'l',
  uint64: 'L',
  float32: 'f',
  float64: 'd',
};

function nameOf(value: PyValue): string | undefined {
  if (value instanceof PyDType) return value.dtype;
  if (value instanceof PyClass) return dtypeOfClass(value);
  if (!(value instanceof PyStr)) return undefined;
  return { float: 'float64', int: 'int64' }[value.value] ?? value.value;
}
