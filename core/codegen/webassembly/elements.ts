/** Two neighbouring elements of an array: floats (also for whole numbers), or masks for truth values. */
import { bytesOf, type DataType } from '../../variables/variable.ts';
import { constantPair } from './constants.ts';
import type { Instructions } from './instructions.ts';

/** `address` and `index` are locals. */
export function loadElements(code: Instructions, address: number, index: number, dataType: DataType): void {
  writeAddress(code, address, index, dataType);
  switch (dataType) {
    case 'float64':
    case 'int64':
      code.memory('v128.load');
      return;
    case 'float32':
      code.memory('v128.load64_zero').emit('f64x2.promote_low_f32x4');
      return;
    case 'int32':
      code.memory('v128.load64_zero').emit('f64x2.convert_low_i32x4_s');
      return;
    case 'bool':
      code.memory('i32.load16_u').emit('i32x4.splat');
      constantPair(code, 'firstByte');
      code.emit('v128.and').float(0).emit('f64x2.splat', 'i64x2.ne');
  }
}

/** `value` puts what is to be stored on the stack. */
export function storeElements(
  code: Instructions,
  address: number,
  index: number,
  dataType: DataType,
  value: () => void,
): void {
  writeAddress(code, address, index, dataType);
  value();
  switch (dataType) {
    case 'float64':
    case 'int64':
      code.memory('v128.store');
      return;
    case 'float32':
      code.emit('f32x4.demote_f64x2_zero').memoryLane('v128.store64_lane', 0);
      return;
    case 'int32':
      code.emit('i32x4.trunc_sat_f64x2_s_zero').memoryLane('v128.store64_lane', 0);
      return;
    case 'bool':
      storeTruth(code);
  }
}

/** Bits 0 and 1 of the mask become the bytes of the two elements. */
function storeTruth(code: Instructions): void {
  const bits = code.declare('i32');
  code.emit('i64x2.bitmask').tee(bits).integer(1).emit('i32.and');
  code.get(bits).integer(2).emit('i32.and').integer(7).emit('i32.shl', 'i32.or').memory('i32.store16');
}

/** Address of the element that the local `index` counts. */
export function writeAddress(code: Instructions, address: number, index: number, dataType: DataType): void {
  const shift = Math.log2(bytesOf(dataType));
  code.get(address).get(index);
  if (shift > 0) code.integer(shift).emit('i32.shl');
  code.emit('i32.add');
}
