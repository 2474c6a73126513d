/** Functions that people expect in strings, and what to write there instead. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  max: "'clip(x, a, inf)' is the larger of x and a",
  maximum: "'clip(x, a, inf)' is the larger of x and a",
  min: "'clip(x, -inf, a)' is the smaller of x and a",
  minimum: "'clip(x, -inf, a)' is the smaller of x and a",
  heaviside: "write 'int(x > 0)'",
  where: "write 'int(condition)*a + int(not condition)*b'",
  pow: "write 'x**y'",
  power: "write 'x**y'",
  mod: "write 'x % y'",
  fmod: "write 'x % y'",
  ln: "it is called 'log'",
  log2: "write 'log(x)/log(2)'",
  fabs: "it is called 'abs'",
  sgn: "it is called 'sign'",
  asin: "it is called 'arcsin'",
  acos: "it is called 'arccos'",
  atan: "it is called 'arctan'",
  random: "it is called 'rand'",
  uniform: "write 'a + (b - a)*rand()'",
  normal: "write 'mean + sigma*randn()'",
  gauss: "write 'mean + sigma*randn()'",
  round: "write 'floor(x + 0.5)'",
  float: "write '1.0*x'",
  true: "it is written 'True'",
  false: "it is written 'False'",
};

/** `There is no 'max' in strings: ...`; undefined for names that have nothing to do with functions. */
export function substituteFor(name: string): string | undefined {
  if (/^xi(?:_\w+)?$/.test(name))
    return "Noise is for differential equations; a random number here is 'randn()'.";
  return Object.hasOwn(SUBSTITUTES, name)
    ? `There is no '${name}' in strings: ${SUBSTITUTES[name]}.`
    : undefined;
}
