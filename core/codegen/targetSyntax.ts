import type { ArrayVariable, DataType } from '../variables/variable.ts';
import { CppRenderer } from './cppRenderer.ts';
import type { ExpressionRenderer, RenderContext } from './expressionRenderer.ts';
import { JavascriptRenderer } from './javascriptRenderer.ts';

/** How a target writes declarations, loads and stores. */
export interface TargetSyntax {
  readonly target: 'javascript' | 'cpp';
  renderer(context: RenderContext): ExpressionRenderer;
  /** Without a value the variable is assigned later. */
  declaration(name: string, dataType: DataType, value: string | undefined, constant: boolean): string;
  /** The values of an array before the loop, under a name of their own. */
  copy(name: string, array: string, variable: ArrayVariable): string;
  loaded(element: string, dataType: DataType): string;
  stored(local: string, dataType: DataType): string;
}

const JAVASCRIPT: TargetSyntax = {
  target: 'javascript',
  renderer: (context) => new JavascriptRenderer(context),
  declaration: (name, _dataType, value, constant) =>
    value === undefined ? `let ${name};` : `${constant ? 'const' : 'let'} ${name} = ${value};`,
  copy: (name, array) => `const ${name} = ${array}.slice();`,
  loaded: (element, dataType) => (dataType === 'bool' ? `${element} !== 0` : element),
  stored: (local, dataType) => (dataType === 'bool' ? `${local} ? 1 : 0` : local),
};

const CPP: TargetSyntax = {
  target: 'cpp',
  renderer: (context) => new CppRenderer(context),
  declaration: (name, dataType, value, constant) => {
    const type = cppType(dataType);
    return value === undefined
      ? `${type} ${name};`
      : `${constant ? 'const ' : ''}${type} ${name} = ${value};`;
  },
  copy: (name, array, { dataType, size }) =>
    `static ${cppStorageType(dataType)} ${name}[${size}]; memcpy(${name}, ${array}, sizeof ${name});`,
  loaded: (element, dataType) => (dataType === 'bool' ? `${element} != 0` : element),
  stored: (local) => local,
};

/** float32 is a matter of storage only: both targets compute in double precision. */
function cppType(dataType: DataType): string {
  if (dataType === 'bool') return 'bool';
  return dataType === 'int32' || dataType === 'int64' ? 'int64_t' : 'double';
}

/** Of an element in the arrays of the program. */
export function cppStorageType(dataType: DataType): 'uint8_t' | 'float' | 'int32_t' | 'double' {
  if (dataType === 'bool') return 'uint8_t';
  if (dataType === 'float32') return 'float';
  return dataType === 'int32' ? 'int32_t' : 'double';
}

export function targetSyntax(target: 'javascript' | 'cpp'): TargetSyntax {
  return target === 'javascript' ? JAVASCRIPT : CPP;
}
