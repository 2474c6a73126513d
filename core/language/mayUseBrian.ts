/** A look at the text, cheap and before anything else: most Python files have nothing to do with Brian. */
export function mayUseBrian(text: string): boolean {
  return /^[^#\n]*\b(?:import|from)\b[^#\n]*\bbrian2/m.test(text);
}
