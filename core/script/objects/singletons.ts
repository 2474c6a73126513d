import { PyObject } from '../values.ts';

/** The values `NotImplemented` and `Ellipsis`. */
export class Singleton extends PyObject {
  constructor(
    readonly typeName: string,
    private readonly text: string,
  ) {
    super();
  }
  override repr(): string {
    return this.text;
  }
}

export const NOT_IMPLEMENTED = new Singleton('NotImplementedType', 'NotImplemented');
export const ELLIPSIS = new Singleton('ellipsis', 'Ellipsis');
