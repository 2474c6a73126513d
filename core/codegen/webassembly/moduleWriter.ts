import { floatBytes, type Signature, signed, TYPE_CODES, unsigned, type WasmType } from './encoding.ts';
import { Instructions } from './instructions.ts';

const FUNCTION_TYPE = 0x60;
const END = 0x0b;

interface DefinedFunction {
  readonly type: number;
  readonly code: Instructions;
}

/** A module that imports a memory (`env.memory`) and functions, and exports its last function as `kernel`. */
export class ModuleWriter {
  private readonly types: Signature[] = [];
  private readonly imports: { readonly name: string; readonly type: number }[] = [];
  private readonly functions: DefinedFunction[] = [];
  private readonly data: { readonly address: number; readonly bytes: readonly number[] }[] = [];

  /** Index of an imported function; all imports come before the first `define`. */
  import(name: string, signature: Signature): number {
    if (this.functions.length > 0) throw new Error('imports come before functions');
    return this.imports.push({ name, type: this.typeIndex(signature) }) - 1;
  }

  define(signature: Signature, write: (code: Instructions) => void): number {
    const code = new Instructions(signature.parameters.length);
    write(code);
    this.functions.push({ type: this.typeIndex(signature), code });
    return this.imports.length + this.functions.length - 1;
  }

  /** Numbers that are written to the memory when the module is instantiated. */
  floats(address: number, values: readonly number[]): void {
    this.data.push({ address, bytes: values.flatMap(floatBytes) });
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const { imports, functions } = this;
    const importEntries = imports.map(({ name, type }) => [
      ...text('env'),
      ...text(name),
      0,
      ...unsigned(type),
    ]);
    const memory = [...text('env'), ...text('memory'), 2, 0, ...unsigned(0)];
    const last = imports.length + functions.length - 1;
    return Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, this.types.map(signatureBytes)),
      ...section(2, [memory, ...importEntries]),
      ...section(
        3,
        functions.map(({ type }) => unsigned(type)),
      ),
      ...section(7, [[...text('kernel'), 0, ...unsigned(last)]]),
      ...section(
        10,
        functions.map(({ code }) => code.encoded()),
      ),
      ...section(11, this.data.map(dataSegment)),
    ]);
  }

  private typeIndex(signature: Signature): number {
    const key = JSON.stringify(signature);
    const known = this.types.findIndex((type) => JSON.stringify(type) === key);
    return known >= 0 ? known : this.types.push(signature) - 1;
  }
}

function signatureBytes({ parameters, results }: Signature): number[] {
  const list = (types: readonly WasmType[]) => [
    ...unsigned(types.length),
    ...types.map((type) => TYPE_CODES[type]),
  ];
  return [FUNCTION_TYPE, ...list(parameters), ...list(results)];
}

function dataSegment({ address, bytes }: { address: number; bytes: readonly number[] }): number[] {
  return [0, 0x41, ...signed(address), END, ...unsigned(bytes.length), ...bytes];
}

function section(id: number, entries: readonly (readonly number[])[]): number[] {
  const content = [...unsigned(entries.length), ...entries.flat()];
  return [id, ...unsigned(content.length), ...content];
}

function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...unsigned(bytes.length), ...bytes];
}
