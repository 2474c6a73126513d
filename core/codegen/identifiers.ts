/** Names of local variables in generated code: the script's own, unless they mean something to the target. */

const JAVASCRIPT_RESERVED = `
  arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof undefined var void while with yield async get set of
  Math Number Infinity NaN Array Object Float64Array Float32Array Int32Array Uint8Array globalThis
`;

const CPP_RESERVED = `
  alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class compl
  concept const consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default delete
  do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable
  namespace new noexcept not not_eq nullptr operator or or_eq private protected public register reinterpret_cast
  requires return short signed sizeof static static_assert static_cast struct switch template this thread_local throw
  true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq
  errno assert stdin stdout stderr linux unix signbit isnan isinf isfinite isnormal fpclassify main std program
  arrays int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t size_t
`;

/** Names of the templates; the update of a variable named `idx` has a temporary of the same name. */
const TEMPLATE_NAMES = words(
  '_idx _sub_idx _presynaptic_idx _postsynaptic_idx _tick _t _step _seed _rand _randn _poisson _binomial _binomial_exact _k _calls _pass',
);

const RESERVED = { javascript: words(JAVASCRIPT_RESERVED), cpp: words(CPP_RESERVED) } as const;

/** Headers define macros in capitals. */
const MACRO_LIKE = /^[A-Z][A-Z0-9_]{2,}$/;

/** Scripts can't define names with a leading underscore, so that prefix never meets another name. */
export function safeIdentifier(target: 'javascript' | 'cpp', name: string): string {
  const unsafe =
    RESERVED[target].has(name) || TEMPLATE_NAMES.has(name) || (target === 'cpp' && MACRO_LIKE.test(name));
  return unsafe ? `_var_${name}` : name;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
