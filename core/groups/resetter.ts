import { parseStatements } from '../../grammars/equations/index.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import type { CodeRunner, RunContext } from '../network/object.ts';
import type { SourceString } from '../text/provenance.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { runResolveContext } from './group.ts';
import type { NeuronGroup } from './neuronGroup.ts';
import { codeObject, parseSection } from './prepareCode.ts';
import { recordString } from './recordString.ts';

/** Runs statements for the elements that had an event; refractoriness does not protect variables from it. */
export class Resetter implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'Resetter';
  readonly name: string;

  constructor(
    readonly owner: NeuronGroup,
    readonly event: string,
    private readonly code: SourceString,
    private readonly space: ArrayVariable,
    readonly when: string,
    readonly order: number,
  ) {
    this.name = `${owner.name}_${event}_resetter`;
    recordString(owner, 'reset', code, () => ({
      kind: 'statements',
      statements: parseStatements(code.value).tree,
    }));
  }

  get clock() {
    return this.owner.clock;
  }

  settle(): string {
    return '';
  }

  prepare(run: RunContext): CodeObject | undefined {
    const context = { ...runResolveContext(this.owner, run), objectName: this.name };
    const section = parseSection(this.code, context);
    const data = { template: 'reset' as const, N: this.owner.N, eventSpace: this.space };
    return codeObject(
      { name: this.name, sections: [{ ...section, scalarWrites: 'forbidden' }] },
      data,
      context,
      run.session.analysing,
    );
  }
}
