import { KERNEL_CONSTANTS_END } from '../codegen/webassembly/constants.ts';
import { type ArrayVariable, bytesOf, type DataType } from '../variables/variable.ts';
import type { VariableStorage } from '../variables/variables.ts';
import type { TypedArray } from './plan.ts';

interface Block {
  readonly pointer: number;
  readonly capacity: number;
  view: TypedArray;
}

const PAGE = 65536;
/** SIMD loads of WebAssembly code like 16 byte boundaries; a cache line is kinder still. */
const ALIGNMENT = 64;

/**
 * All arrays of the runtime device, in one growable WebAssembly memory, so that JavaScript and WebAssembly
 * code objects share them. Growing the memory detaches every view: `array` hands out a fresh one.
 */
export class RuntimeStorage implements VariableStorage {
  readonly memory = new WebAssembly.Memory({ initial: 16, maximum: 65536 });
  private readonly blocks = new Map<string, Block>();
  private free = KERNEL_CONSTANTS_END;
  /** Grows whenever an array has moved: code that holds views must fetch them again. */
  generation = 0;

  array(variable: ArrayVariable): TypedArray {
    const block = this.blocks.get(variable.arrayName);
    if (block === undefined) throw new Error(`${variable.arrayName} was never allocated`);
    if (block.view.buffer !== this.memory.buffer || block.view.length !== variable.size)
      block.view = viewOf(this.memory.buffer, variable.dataType, block.pointer, variable.size);
    return block.view;
  }

  allocate(variable: ArrayVariable): void {
    this.reserve(variable, variable.size);
    this.array(variable).fill(0);
  }

  resize(variable: ArrayVariable, size: number): void {
    const block = this.blocks.get(variable.arrayName);
    if (block === undefined || size > block.capacity) {
      const old = block && this.array(variable).slice();
      // Growing by half keeps repeated connects linear; the first growth takes just what is asked for.
      this.reserve(variable, variable.size === 0 ? size : Math.max(size, Math.ceil(variable.size * 1.5)));
      variable.size = size;
      const view = this.array(variable);
      view.fill(0);
      if (old !== undefined) view.set(old as Float64Array);
      return;
    }
    const before = variable.size;
    variable.size = size;
    this.array(variable).fill(0, Math.min(before, size));
  }

  private reserve(variable: ArrayVariable, capacity: number): void {
    // WebAssembly kernels take two elements at a time, also where the last pair has only one.
    const bytes = (capacity + 1) * bytesOf(variable.dataType);
    this.generation++;
    const pointer = this.free;
    const end = Math.ceil((pointer + bytes) / ALIGNMENT) * ALIGNMENT;
    const missing = end - this.memory.buffer.byteLength;
    if (missing > 0) this.grow(missing);
    this.free = end;
    const view = viewOf(this.memory.buffer, variable.dataType, pointer, variable.size);
    this.blocks.set(variable.arrayName, { pointer, capacity, view });
  }

  private grow(missing: number): void {
    // Doubling while small keeps detached views rare; beyond, only what is needed.
    const pages = Math.ceil(missing / PAGE);
    const current = this.memory.buffer.byteLength / PAGE;
    this.memory.grow(Math.max(pages, Math.min(current, 1024, 65536 - current)));
  }
}

function viewOf(buffer: ArrayBuffer, dataType: DataType, pointer: number, length: number): TypedArray {
  switch (dataType) {
    case 'bool':
      return new Uint8Array(buffer, pointer, length);
    case 'int32':
      return new Int32Array(buffer, pointer, length);
    case 'float32':
      return new Float32Array(buffer, pointer, length);
    default:
      return new Float64Array(buffer, pointer, length);
  }
}
