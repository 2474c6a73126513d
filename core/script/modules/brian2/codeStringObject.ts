import { parseExpression, parseStatements } from '../../../../grammars/equations/index.ts';
import type { Expression } from '../../../../grammars/equations/tree.ts';
import { identifiersOf, isNoiseName } from '../../../equations/names.ts';
import { reportTo } from '../../../groups/report.ts';
import type { SourceString } from '../../../text/provenance.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { pythonError } from '../../objects/errors.ts';
import { PySet } from '../../objects/sets.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, type CompareOp, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';

/** `Expression(...)` and `Statements(...)` as scripts see them: code with the names that it uses. */
export class CodeStringObject extends PyObject {
  constructor(
    readonly typeName: 'Expression' | 'Statements',
    readonly code: string,
    /** Absent for statements, as in Brian. */
    private readonly expr?: Expression,
  ) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    const used = [...identifiers(this)];
    switch (name) {
      case 'code':
        return new PyStr(this.code);
      case 'identifiers':
        return stringSet(used);
      case 'stochastic_variables':
        return this.expr && stringSet(used.filter(isNoiseName));
      default:
        return undefined;
    }
  }

  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if ((op !== '==' && op !== '!=') || !(other instanceof CodeStringObject)) return undefined;
    const isSame = other.typeName === this.typeName && other.code === this.code;
    return isSame === (op === '==');
  }

  override hashKey(): unknown {
    return `${this.typeName}(${this.code})`;
  }

  override str(): string {
    return this.code;
  }

  override repr(ctx: Interpreter): string {
    return `${this.typeName}(${ctx.repr(new PyStr(this.code))})`;
  }
}

function identifiers({ code, typeName: kind }: CodeStringObject): Set<string> {
  if (kind === 'Expression') return identifiersOf(parseExpression(code).tree);
  const { tree } = parseStatements(code);
  return new Set(tree.flatMap(({ target, expr }) => [target.name, ...identifiersOf(expr)]));
}

export function stringSet(values: Iterable<string>): PySet {
  return new PySet([...values].map((value) => new PyStr(value)));
}

/** `Expression(code)`. Raises SyntaxError for what Python can't read. */
export function makeExpression(args: CallArguments, ctx: Interpreter): PyValue {
  const code = codeArgument('Expression', args);
  if (code === undefined) return new Unknown();
  const { tree, problems } = parseExpression(code.value);
  const report = reportTo(ctx.session.problems, args.location);
  for (const problem of problems) report(problem, code);
  return new CodeStringObject('Expression', code.value, tree);
}

/** `Statements(code)`, which Brian does not look into. */
export function makeStatements(args: CallArguments): PyValue {
  const code = codeArgument('Statements', args);
  return code === undefined ? new Unknown() : new CodeStringObject('Statements', code.value);
}

function codeArgument(name: string, args: CallArguments): SourceString | undefined {
  const [code] = bindSignature(name, args, ['code']).values;
  if (code instanceof PyStr) return code;
  if (code instanceof Unknown) return undefined;
  throw pythonError('TypeError', `code has to be a string, is '${typeName(code ?? null)}'`);
}
