/**
 * Names that NumPy has and this implementation lacks: fine to import, unknown in analysis, an error to use in
 * a run.
 */
import type { Interpreter } from '../../interpreter.ts';
import type { NameProvider } from '../../objects/module.ts';
import { unsupported } from '../../objects/unsupported.ts';
import type { PyValue } from '../../values.ts';

const NUMPY = words(`
  ALLOW_THREADS AxisError BUFSIZE CLIP ComplexWarning DataSource ERR_CALL ERR_DEFAULT ERR_IGNORE ERR_LOG
  ERR_PRINT ERR_RAISE ERR_WARN FLOATING_POINT_SUPPORT FPE_DIVIDEBYZERO FPE_INVALID FPE_OVERFLOW
  FPE_UNDERFLOW MAXDIMS MAY_SHARE_BOUNDS MAY_SHARE_EXACT ModuleDeprecationWarning RAISE RankWarning
  SHIFT_DIVIDEBYZERO SHIFT_INVALID SHIFT_OVERFLOW SHIFT_UNDERFLOW ScalarType Tester TooHardError
  UFUNC_BUFSIZE_DEFAULT UFUNC_PYVALS_NAME VisibleDeprecationWarning WRAP add_docstring add_newdoc
  add_newdoc_ufunc angle apply_along_axis apply_over_axes argpartition array2string array_equiv array_repr
  array_str asarray_chkfinite asfarray asfortranarray asmatrix atleast_3d bartlett base_repr binary_repr
  blackman block bmat broadcast broadcast_arrays broadcast_shapes busday_count busday_offset
  busdaycalendar byte byte_bounds bytes_ can_cast cast cdouble cfloat char character chararray choose
  clongdouble clongfloat common_type compare_chararrays compat complex128 complex256 complex64 complex_
  complexfloating compress copyto csingle ctypeslib cumproduct datetime64 datetime_as_string datetime_data
  deprecate deprecate_with_doc diag_indices_from diagflat disp dsplit dstack ediff1d einsum
  einsum_path emath errstate extract fastCopyAndTranspose find_common_type finfo flatiter flexible
  float128 float16 float_power format_float_positional format_float_scientific format_parser frexp
  from_dlpack frombuffer fromfile fromfunction fromiter frompyfunc fromregex fromstring gcd generic
  genfromtxt get_array_wrap get_include get_printoptions getbufsize geterr geterrcall geterrobj half
  hamming hanning histogram_bin_edges histogramdd hsplit i0 iinfo index_exp inexact info intc intp
  is_busday iscomplex iscomplexobj isfortran isnat isneginf isposinf isreal isrealobj issctype issubclass_
  issubdtype issubsctype iterable kaiser kernel_version kron lcm ldexp lexsort lib little_endian load
  loadtxt logaddexp2 longcomplex longdouble longfloat longlong lookfor ma mask_indices mat math matrix
  maximum_sctype may_share_memory memmap mgrid min_scalar_type mintypecode modf moveaxis msort nanargmax
  nanargmin nancumprod nancumsum nanmedian nanpercentile nanprod nanquantile nanvar nbytes ndenumerate
  ndindex nditer nested_iters nextafter numarray obj2sctype object_ ogrid oldnumeric packbits pad
  partition piecewise place poly poly1d polyadd polyder polydiv polyint polymul polynomial polysub
  printoptions promote_types put put_along_axis putmask ravel_multi_index real_if_close rec recarray
  recfromcsv recfromtxt record require resize result_type rollaxis roots rot90 row_stack s_ safe_eval save
  savetxt savez savez_compressed sctype2char sctypeDict sctypes select set_numeric_ops set_string_function
  setbufsize seterrcall seterrobj setxor1d shares_memory short show_config show_runtime signedinteger
  singlecomplex sort_complex source spacing str_ string_ take_along_axis tensordot testing timedelta64
  tracemalloc_domain tril_indices_from trim_zeros triu_indices_from typecodes
  typename ubyte ufunc uint uintc uintp ulonglong unicode_ unpackbits unsignedinteger unwrap use_hugepage
  ushort vander vectorize version void vsplit who
`);

const RANDOM = words(`
  BitGenerator Generator MT19937 PCG64 PCG64DXSM Philox SFC64 SeedSequence beta bytes chisquare dirichlet
  f geometric get_bit_generator get_state gumbel hypergeometric laplace logistic logseries multinomial
  multivariate_normal negative_binomial noncentral_chisquare noncentral_f pareto power random_integers
  rayleigh set_bit_generator set_state standard_cauchy standard_gamma standard_t triangular
  vonmises wald weibull zipf
`);

const LINALG = words(`
  LinAlgError cholesky cond eig eigh eigvals eigvalsh linalg lstsq matrix_power matrix_rank multi_dot pinv
  qr slogdet svd tensorinv tensorsolve
`);

const FFT = words(`
  fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft rfft2
  rfftfreq rfftn
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
  const missing = new Set(modules.flatMap((module) => [...MISSING[module]]));
  return {
    lookup(name) {
      const value = provider.lookup(name);
      return value === undefined && missing.has(name) ? unsupported(name, ctx) : value;
    },
    names: () => new Set([...provider.names(), ...missing]),
  };
}

const ARRAY_ATTRIBUTES =
  words(`argpartition base byteswap choose compress ctypes data dump dumps flags getfield
  itemset newbyteorder partition resize setfield setflags strides tobytes tofile tostring with_dimensions
  automatically_register_units create create_scaled_unit latexname set_display_name set_latex_name set_name`);

/** An attribute that arrays, quantities or units of the real library have and those of this one lack. */
export function missingArrayAttribute(name: string, ctx: Interpreter): PyValue | undefined {
  return ARRAY_ATTRIBUTES.has(name) ? unsupported(name, ctx) : undefined;
}
