import type { TemplateData } from '../codeObject.ts';
import { writeAddress } from './elements.ts';
import type { Instructions } from './instructions.ts';
import type { KernelParameters } from './kernelParameters.ts';
import type { KernelWriter } from './kernelWriter.ts';

type ThresholdData = Extract<TemplateData, { template: 'threshold' }>;

/** What a threshold does in its loop, and the locals that it needs for it. */
export class EventCollector {
  private readonly bits: number;
  private readonly count: number;
  private readonly element: number;

  constructor(
    private readonly writer: KernelWriter,
    private readonly code: Instructions,
    private readonly parameters: KernelParameters,
    private readonly data: ThresholdData,
  ) {
    this.bits = code.declare('i32');
    this.count = code.declare('i32');
    this.element = code.declare('i32');
  }

  /** Appends those of the two elements for which `_cond` holds. */
  collect(): void {
    const { code, bits, writer } = this;
    code.get(writer.local('_cond')).emit('i64x2.bitmask').tee(bits);
    code.when(() => {
      code
        .get(bits)
        .integer(1)
        .emit('i32.and')
        .when(() => this.append(0));
      code.get(bits).integer(1).emit('i32.shr_u');
      // An odd number of elements: the last pair has one that isn't there.
      if (this.data.N % 2 !== 0)
        code
          .get(writer.index)
          .integer(this.data.N - 1)
          .emit('i32.lt_s', 'i32.and');
      code.when(() => this.append(1));
    });
  }

  /** After the loop: the number of events stands at the end of the event space. */
  finish(): void {
    const { code, parameters, data, count } = this;
    code
      .get(parameters.addressOf(data.eventSpace))
      .get(count)
      .memory('i32.store', 4 * data.N);
  }

  private append(lane: number): void {
    const { code, parameters, data, count, element } = this;
    code.get(this.writer.index).integer(lane).emit('i32.add').set(element);
    writeAddress(code, parameters.addressOf(data.eventSpace), count, 'int32');
    code.get(element).memory('i32.store');
    code.get(count).integer(1).emit('i32.add').set(count);
    if (data.notRefractory !== undefined) {
      writeAddress(code, parameters.addressOf(data.notRefractory), element, 'bool');
      code.integer(0).memory('i32.store8');
    }
    if (data.lastSpike !== undefined) {
      writeAddress(code, parameters.addressOf(data.lastSpike), element, 'float64');
      code.get(parameters.valueOf('_t')!).memory('f64.store');
    }
  }
}
