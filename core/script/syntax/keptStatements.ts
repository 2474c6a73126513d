import type { Stmt } from './ast.ts';
import { type Origin, placed } from './placed.ts';
import type { SyntaxNode } from './treeNodes.ts';

interface Kept {
  readonly origin: Origin;
  readonly statements: readonly Stmt[];
}

/** What was made of a node. */
export interface Fresh {
  readonly statements: readonly Stmt[];
  /** Without problems, which would be missing the next time. */
  readonly isClean: boolean;
}

/**
 * The statements at the top of a script by their text, so that those which an edit leaves alone need not be made
 * again. The next state of the script takes them over: a script goes on from one that is no longer of interest.
 */
export class KeptStatements {
  private readonly kept = new Map<string, Kept[]>();

  constructor(
    private readonly text: string,
    private readonly masked: string,
    private previous: KeptStatements | undefined,
  ) {}

  /** The statements of a node, made or taken over. */
  of(node: SyntaxNode, make: () => Fresh): readonly Stmt[] {
    const key = this.keyOf(node);
    const known = this.previous?.take(key);
    if (known) {
      known.origin.offset = node.from;
      return this.keep(key, known);
    }
    const { statements, isClean } = make();
    return isClean ? this.keep(key, placedAt(node.from, statements)) : statements;
  }

  /** What has not been taken over is of no use any more. */
  finish(): void {
    this.previous = undefined;
  }

  private keep(key: string, kept: Kept): readonly Stmt[] {
    const others = this.kept.get(key);
    if (others) others.push(kept);
    else this.kept.set(key, [kept]);
    return kept.statements;
  }

  private take(key: string): Kept | undefined {
    return this.kept.get(key)?.shift();
  }

  /** The scanner may have made the parser read another text than there is. */
  private keyOf({ name, from, to }: SyntaxNode): string {
    const text = this.text.slice(from, to);
    const masked = this.masked === this.text ? text : this.masked.slice(from, to);
    return masked === text ? `${name} ${text}` : `${name} ${text}\0${masked}`;
  }
}

function placedAt(offset: number, statements: readonly Stmt[]): Kept {
  const origin = { offset, read: offset };
  return { origin, statements: statements.map((statement) => placed(statement, origin)) };
}
