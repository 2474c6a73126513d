/**
 * Names that NumPy has and this implementation lacks: fine to import, unknown in analysis, an error to use in
 * a run.
 */
import type { Interpreter } from '../../interpreter.ts';
import type { NameProvider } from '../../objects/module.ts';
import { unsupported } from '../../objects/unsupported.ts';
import type { PyValue } from '../../values.ts';

const NUMPY = words(`
  ALLOW_THREADS BUFSIZE CLIP ComplexWarning DataSource ERR_CALL ERR_DEFAULT ERR_IGNORE ERR_LOG ERR_PRINT
  ERR_RAISE ERR_WARN FLOATING_POINT_SUPPORT FPE_DIVIDEBYZERO FPE_INVALID FPE_OVERFLOW FPE_UNDERFLOW
  MAXDIMS MAY_SHARE_BOUNDS MAY_SHARE_EXACT ModuleDeprecationWarning RAISE RankWarning SHIFT_DIVIDEBYZERO
  SHIFT_INVALID SHIFT_OVERFLOW SHIFT_UNDERFLOW ScalarType Tester TooHardError UFUNC_BUFSIZE_DEFAULT
  UFUNC_PYVALS_NAME VisibleDeprecationWarning WRAP add_docstring add_newdoc add_newdoc_ufunc
  apply_over_axes asarray_chkfinite asfortranarray asmatrix bmat broadcast busday_count busday_offset
  busdaycalendar byte_bounds bytes_ cast cdouble cfloat char character chararray clongdouble clongfloat
  common_type compare_chararrays compat complex128 complex256 complex64 complex_ complexfloating csingle
  ctypeslib cumproduct datetime64 datetime_as_string datetime_data deprecate deprecate_with_doc
  diag_indices_from disp dsplit einsum_path emath errstate fastCopyAndTranspose find_common_type flatiter
  flexible float128 float16 format_parser from_dlpack frombuffer fromfile fromregex get_array_wrap
  get_include getbufsize geterr geterrcall geterrobj half histogramdd info is_busday isfortran isnat
  issctype issubclass_ issubsctype iterable kernel_version lib little_endian longcomplex longdouble
  longfloat lookfor ma mask_indices mat math matrix maximum_sctype memmap min_scalar_type mintypecode
  msort nbytes nditer nested_iters numarray obj2sctype object_ oldnumeric packbits polydiv polynomial
  put_along_axis real_if_close rec recarray recfromcsv recfromtxt record safe_eval sctype2char sctypeDict
  sctypes set_numeric_ops set_string_function setbufsize seterrcall seterrobj show_config show_runtime
  singlecomplex sort_complex source str_ string_ testing timedelta64 tracemalloc_domain tril_indices_from
  triu_indices_from typecodes typename ulonglong unicode_ unpackbits use_hugepage version void who
`);

const RANDOM = words(`
  BitGenerator MT19937 PCG64DXSM Philox SFC64 bytes get_bit_generator hypergeometric logseries
  noncentral_chisquare noncentral_f set_bit_generator
`);

const LINALG = words(`
  tensorinv tensorsolve
`);

const FFT = words(`
  fftn hfft ifftn ihfft irfft2 irfftn rfft2 rfftn
`);

const MISSING = { numpy: NUMPY, 'numpy.random': RANDOM, 'numpy.linalg': LINALG, 'numpy.fft': FFT };

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** The names of a module, then those of the real one, which do nothing here. */
export function withMissing(
  provider: NameProvider,
  modules: readonly (keyof typeof MISSING)[],
  ctx: Interpreter | undefined,
): NameProvider {
  if (ctx === undefined) return provider;
  return {
    lookup(name) {
      const value = provider.lookup(name);
      const isMissing = value === undefined && modules.some((module) => MISSING[module].has(name));
      return isMissing ? unsupported(name, ctx) : value;
    },
    names: () => new Set([...provider.names(), ...modules.flatMap((module) => [...MISSING[module]])]),
  };
}

const ARRAY_ATTRIBUTES = words(`argpartition ctypes data dump dumps flags getfield
  itemset newbyteorder partition resize setfield setflags strides tobytes tofile tostring with_dimensions
  automatically_register_units create create_scaled_unit latexname set_display_name set_latex_name set_name`);

/** An attribute that arrays, quantities or units of the real library have and those of this one lack. */
export function missingArrayAttribute(name: string, ctx: Interpreter): PyValue | undefined {
  return ARRAY_ATTRIBUTES.has(name) ? unsupported(name, ctx) : undefined;
}
