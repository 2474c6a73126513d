# Arithmetic and number formatting.
for a in (7, -7, 7.5, -7.5, True):
    for b in (2, -2, 0.5, -3):
        print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), sep=' | ')
print(2 ** 10, 2 ** -2, 2 ** 0.5, (-2) ** 3, -2 ** 2, 2 ** 3 ** 2, 0 ** 0, 10 ** 30)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, (1 << 70) >> 68, -1 >> 3)
print(1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.1, 1/3, 1e22, 1e300 * 1e10, -1e400, float('nan'), -0.0, 5e-324)
print(10., 1.e-3, .5, 1_000_000, 0xff, 0b101, 0o17, 1_0.0_1)
print(int('42'), int(' -7 '), int('ff', 16), int('0x1f', 0), int(3.99), int(-3.99), int(True), float('1e3'), float('inf'), int('1_000'))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234567, -3), round(0.5), round(1.25, 1), round(1e300, 2))
print(abs(-3), abs(-2.5), min(3, 1, 2), max([4, 9, 2]), min([], default=7), sum([1, 2.5]), pow(3, 4, 5), max('abc', key=lambda c: -ord(c)))
print(hex(255), oct(8), bin(-5), chr(955), ord('λ'), 7 == 7.0, 1 == True, 2 ** 64 == 2.0 ** 64, 10 ** 20 == 1e20)
print((255).bit_length(), (3.0).is_integer(), (2.5).is_integer(), (5).real, 0.1 + 0.2 == 0.3)
print(isinstance(True, int), isinstance(1, float), type(1), type(1.0).__name__, bool(''), bool([0]), bool(0.0))
for spec in ('d', '5d', '<5d', '^5d', '+d', ' d', '05d', 'x', '#x', '#b', ',', '_', 'e', '.2f', '10.3e', 'g', '%', 'c', '>+8,', '#010x'):
    print(repr(format(65, spec)), end=' ')
print()
for value in (3.14159, -0.000012345, 1234567.891, 1e10, 0.0, 1e-10, 123456789.0, 2.5):
    for spec in ('', 'f', '.0f', '.3f', 'e', '.2e', 'g', '.3g', '.10g', '%', '10.2f', '<10.2f', '+.1f', '010.3f', ',.2f', '.3', '.1', '#.3g', 'G', '^12.4f', '_.1f'):
        print(format(value, spec), end='|')
    print()
print('%d %5d %-5d| %05d %+d %x %X %o %e %.3e %g %G %f %.1f %s %r %c %%' % (42, 42, 42, 42, 42, 255, 255, 8, 12345.678, 0.00012, 1e-7, 1e20, 1.5, 2.25, 'a', 'b', 'c'))
print('%5.1f|%-8s|%8s|%.2s|%(name)s' % {'name': 1} if False else '%(a)s %(b)05.1f' % {'a': 1, 'b': 2.5})
print('%d' % 3.99, '%i' % -3.99, '%s' % 1.0, '%s' % None, '%*d' % (6, 42), '%.*f' % (2, 3.14159))
