/** The Python objects that natives build and take apart. */
export { bindArguments, bindSignature, callArguments, refuseKeywords, withSelf } from './arguments.ts';
export {
  BoundMethod,
  ClassMethod,
  ELLIPSIS,
  NOT_IMPLEMENTED,
  Property,
  PyClass,
  PyDescriptor,
  PyInstance,
  StaticMethod,
} from './classes.ts';
export { codeOfErrorClass, pythonError, typeError, valueError } from './errors.ts';
export { BRIAN_EXCEPTIONS, BUILTIN_EXCEPTIONS, defineException } from './exceptions.ts';
export { methodTable, NativeFunction, NativeMethod } from './functions.ts';
export { PyIterator, PyRange } from './iterators.ts';
export { keyError, PyDict, PySet } from './mappings.ts';
export { PyModule } from './module.ts';
export { isErrorOf, PyRaised } from './raised.ts';
export { PyList, PySequence, PyTuple } from './sequences.ts';
export { PySlice } from './slice.ts';
