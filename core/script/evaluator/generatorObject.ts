import type { Interpreter } from '../interpreter.ts';
import { BoundMethod } from '../objects/classes.ts';
import { pythonError } from '../objects/errors.ts';
import { NativeMethod } from '../objects/functions.ts';
import { PyIterator } from '../objects/iterators.ts';
import type { PyValue } from '../values.ts';
import { raisedFrom } from './raising.ts';

/** What runs inside a generator; the evaluator makes its frame current while it runs. */
export interface Resumable {
  resume(sent: PyValue): IteratorResult<PyValue, PyValue>;
  throwIn(error: unknown): IteratorResult<PyValue, PyValue>;
  close(): void;
}

/** A generator of the script. */
export class PyGenerator extends PyIterator {
  /** What `return` gave, once it has ended. */
  returned: PyValue = null;
  private finished = false;

  constructor(private readonly body: Resumable) {
    super({ next: () => this.step(null) }, 'generator');
  }

  step(sent: PyValue): IteratorResult<PyValue, undefined> {
    return this.advance(() => this.body.resume(sent));
  }

  throwIn(error: unknown): IteratorResult<PyValue, undefined> {
    if (this.finished) throw error;
    return this.advance(() => this.body.throwIn(error));
  }

  close(): void {
    if (!this.finished) this.body.close();
    this.finished = true;
  }

  private advance(run: () => IteratorResult<PyValue, PyValue>): IteratorResult<PyValue, undefined> {
    if (this.finished) return { done: true, value: undefined };
    try {
      const result = run();
      if (!result.done) return { done: false, value: result.value };
      this.finished = true;
      this.returned = result.value;
      return { done: true, value: undefined };
    } catch (error) {
      this.finished = true;
      throw error;
    }
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const method = METHODS.get(name);
    return (
      method &&
      new BoundMethod(
        new NativeMethod(name, (self, args) => method(self as PyGenerator, args.positional, ctx)),
        this,
      )
    );
  }
}

type Method = (self: PyGenerator, args: readonly PyValue[], ctx: Interpreter) => PyValue;

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['send', (self, [value = null]) => yielded(self.step(value), self)],
  ['__next__', (self) => yielded(self.step(null), self)],
  ['__iter__', (self) => self],
  ['throw', (self, [kind = null], ctx) => yielded(self.throwIn(raisedFrom(kind, ctx)), self)],
  [
    'close',
    (self) => {
      self.close();
      return null;
    },
  ],
]);

function yielded(step: IteratorResult<PyValue, undefined>, self: PyGenerator): PyValue {
  if (!step.done) return step.value;
  throw pythonError('StopIteration', typeof self.returned === 'bigint' ? String(self.returned) : '');
}
