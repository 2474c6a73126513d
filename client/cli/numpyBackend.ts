/**
 * Guesses from a script's text whether it draws random numbers or solves linear systems in Python:
 * what does that takes longer to load than most scripts take to run. Strings are left out, because
 * the random functions in Brian's equations are Brian's own.
 */
export function needsNumpyBackend(text: string): boolean {
  return NUMPY_NAMES.test(withoutStrings(text));
}

const NUMPY_NAMES =
  /\b(random|linalg|fft|scipy)\b|\b(rand|randn|randint|uniform|normal|poisson|exponential|binomial|choice|permutation|shuffle|standard_normal|gamma|beta|lognormal|histogram)\s*\(/;

function withoutStrings(text: string): string {
  return text
    .replace(/'''[\s\S]*?'''|"""[\s\S]*?"""/g, "''")
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replace(/#.*/g, '');
}
