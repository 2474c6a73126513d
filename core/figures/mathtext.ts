/** The part of TeX mathematics that labels use: `$\tau_m$`, `$10^{-3}$`, `$\mathrm{mV}$`. */

export interface MathRun {
  readonly text: string;
  readonly italic: boolean;
  readonly bold: boolean;
  /** Size as a multiple of the font size. */
  readonly scale: number;
  /** How far above the baseline, as a multiple of the font size. */
  readonly raise: number;
  /** A superscript above the subscript before it, or the other way round: both start at the same place. */
  readonly stacked?: boolean;
}

interface Style {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly scale: number;
  readonly raise: number;
}

const UPRIGHT: Style = { italic: false, bold: false, scale: 1, raise: 0 };
const SCRIPT_SCALE = 0.7;

/** Pieces of one line of text: what stands between dollar signs is mathematics, `\$` is a dollar. */
export function mathRuns(line: string): MathRun[] {
  const parts = line.split(/(?<!\\)\$/);
  // An odd dollar sign has no partner: then none of them means mathematics.
  if (parts.length % 2 === 0) return [{ ...UPRIGHT, text: line.replaceAll('\\$', '$') }];
  return parts.flatMap((part, k) =>
    k % 2 === 1
      ? new MathReader(part).read()
      : part
        ? [{ ...UPRIGHT, text: part.replaceAll('\\$', '$') }]
        : [],
  );
}

class MathReader {
  private at = 0;
  private readonly runs: MathRun[] = [];
  /** The mark of the script that ends just here, and how many runs there were before it. */
  private lastScript: { mark: string; end: number; from: number } | undefined;

  constructor(private readonly source: string) {}

  read(): MathRun[] {
    while (this.at < this.source.length) this.item({ ...UPRIGHT, italic: true });
    return this.runs;
  }

  /** One character, command or group, with the super- or subscript marks before it. */
  private item(style: Style): void {
    const character = this.source[this.at++];
    if (character === undefined) return;
    if (character === '{') this.group(style);
    else if (character === '^' || character === '_') this.script(character, style);
    else if (character === '\\') this.command(style);
    else if (character === '}') return;
    else if (character !== ' ') this.push(spaced(character), letterStyle(character, style));
  }

  private script(mark: string, style: Style): void {
    const [from, last] = [this.runs.length, this.lastScript];
    this.item(shifted(style, mark === '^' ? 0.38 : -0.16));
    const stacked = last && last.end === from && last.mark !== mark && from - last.from === 1;
    const first = this.runs[from];
    if (stacked && first) this.runs[from] = { ...first, stacked };
    this.lastScript = { mark, from, end: this.runs.length };
  }

  /** Everything up to the closing brace. */
  private group(style: Style): void {
    while (this.at < this.source.length && this.source[this.at] !== '}') this.item(style);
    this.at++;
  }

  private command(style: Style): void {
    const name = /^([A-Za-z]+|.)/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += name.length;
    const font = FONTS.get(name);
    if (font) this.item({ ...style, ...font });
    else if (name === 'frac' || name === 'dfrac') this.fraction(style);
    else if (name === 'sqrt') {
      this.push('√', { ...style, italic: false });
      this.item(style);
    } else if (SPACES.has(name)) this.push(' ', style);
    else if (ACCENTS.has(name)) this.accented(ACCENTS.get(name)!, style);
    else if (!IGNORED.has(name)) this.symbol(name, style);
  }

  private symbol(name: string, style: Style): void {
    const symbol = SYMBOLS.get(name);
    // Lower-case Greek is slanted, all else stands upright.
    const italic = style.italic && symbol !== undefined && /^[α-ωϕϵϑ]$/.test(symbol);
    this.push(symbol === undefined ? name : spaced(symbol), { ...style, italic });
  }

  private fraction(style: Style): void {
    this.item(style);
    this.push('/', { ...style, italic: false });
    this.item(style);
  }

  private accented(mark: string, style: Style): void {
    this.item(style);
    const last = this.runs.pop();
    if (last) this.runs.push({ ...last, text: last.text + mark });
  }

  private push(text: string, style: Style): void {
    const last = this.runs.at(-1);
    const joins =
      last &&
      last.italic === style.italic &&
      last.bold === style.bold &&
      last.raise === style.raise &&
      last.scale === style.scale;
    if (joins) this.runs.splice(-1, 1, { ...last, text: last.text + text });
    else this.runs.push({ ...style, text });
  }
}

function shifted(style: Style, by: number): Style {
  return { ...style, scale: style.scale * SCRIPT_SCALE, raise: style.raise + by * style.scale };
}

function letterStyle(character: string, style: Style): Style {
  return /[A-Za-z]/.test(character) ? style : { ...style, italic: false };
}

/** Relations and operators stand free, and a hyphen is a minus. */
function spaced(symbol: string): string {
  if (symbol === '-') return '−';
  return /^[=<>+≈≤≥≠×→←±∝∼≡]$/.test(symbol) ? ` ${symbol} ` : symbol;
}

const FONTS: ReadonlyMap<string, Partial<Style>> = new Map<string, Partial<Style>>([
  ['mathrm', { italic: false }],
  ['text', { italic: false }],
  ['textrm', { italic: false }],
  ['mathdefault', { italic: false }],
  ['mathregular', { italic: false }],
  ['operatorname', { italic: false }],
  ['mathsf', { italic: false }],
  ['mathtt', { italic: false }],
  ['mathcal', {}],
  ['mathit', { italic: true }],
  ['mathbf', { italic: false, bold: true }],
  ['boldsymbol', { bold: true }],
]);

const SPACES = new Set([',', ';', ':', ' ', '!', 'quad', 'qquad']);
const IGNORED = new Set(['left', 'right', 'displaystyle', 'limits', 'big', 'Big']);
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['bar', '̄'],
  ['hat', '̂'],
  ['tilde', '̃'],
  ['dot', '̇'],
  ['ddot', '̈'],
  ['vec', '⃗'],
  ['overline', '̅'],
]);

const SYMBOLS: ReadonlyMap<string, string> = new Map(
  `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
  omicron ο pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
  Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × cdot · pm ± mp ∓ div ÷ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠
  approx ≈ sim ∼ equiv ≡ propto ∝ infty ∞ partial ∂ nabla ∇ int ∫ sum ∑ prod ∏ rightarrow → to → leftarrow ← Rightarrow ⇒
  uparrow ↑ downarrow ↓ in ∈ circ ∘ degree ° langle ⟨ rangle ⟩ ldots … dots … cdots ⋯ prime ′ ell ℓ hbar ℏ angstrom Å
  ll ≪ gg ≫ forall ∀ exists ∃ star ⋆ ast ∗ bullet • mid ∣ parallel ∥ perp ⊥ cup ∪ cap ∩ subset ⊂ % % & & # # _ _ { { } }`
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, word, k, words) => {
      if (k % 2 === 0) pairs.push([word, words[k + 1]!]);
      return pairs;
    }, []),
);
