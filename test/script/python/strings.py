s = 'Hello, World'
print(s[0], s[-1], s[2:5], s[::-1], s[::2], s[-5:], s[5:2], len(s), 'World' in s, 'x' not in s)
print(s.upper(), s.lower(), s.swapcase(), s.title(), 'abc def'.capitalize(), s.replace('l', 'L', 2), s.find('o'), s.rfind('o'), s.find('z'), s.index('W'), s.count('l'))
print('  a b  '.strip() + '|', '  a b  '.lstrip() + '|', '  a b  '.rstrip() + '|', 'xxaxx'.strip('x'), 'a,b,,c'.split(','), ' a  b c '.split(), 'a b c d'.split(None, 2), 'a,b,c'.rsplit(',', 1), 'a=b=c'.partition('='), 'a=b=c'.rpartition('='))
print('-'.join(['a', 'b', 'c']), ''.join(reversed('abc')), 'ab' * 3, 3 * 'xy', 'a' + 'b', 'a' 'b' "c")
print('abc'.startswith('ab'), 'abc'.endswith(('x', 'bc')), 'abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'aB'.islower(), 'AB'.isupper(), 'a_b1'.isidentifier())
print('x'.center(7, '*'), 'x'.ljust(4) + '|', 'x'.rjust(4), '42'.zfill(5), '-42'.zfill(5), 'a\tb'.expandtabs(4), 'prefix_x'.removeprefix('prefix_'), 'x.py'.removesuffix('.py'))
print('a\nb\r\nc'.splitlines(), 'a\nb\n'.splitlines(True), """triple
quoted""", r'raw\n', 'esc\x41\u03bb\t|', 'line \
continued', repr('it\'s'), repr("\"both'\""), repr('a\\b\n\x00\x7fé\u200b'), ascii('é'))
print('{} {} {}'.format(1, 'a', 2.5), '{1} {0} {1}'.format('a', 'b'), '{x:>5}|{y:<5}|{z:^5}'.format(x=1, y=2, z=3), '{0[1]} {1[k]} {2.real}'.format([1, 2], {'k': 'v'}, 5) if False else '{0[1]} {1[k]}'.format([1, 2], {'k': 'v'}), '{{}} {!r} {!s}'.format('q', 'q'), '{:{w}.{p}f}'.format(3.14159, w=8, p=2))
name, n = 'v', 3
print(f'{name} {name!r} {n:03d} {n * 2} {n + 1:>{n}} {{literal}} {name.upper()} {"nested " + "q"} {n=} {n = } {n=!r:>4} {1.5:.2f}' f' {n}' ' plain')
print(f"{'a' if n > 2 else 'b'} {[x for x in range(n)]} {({'a': 1})['a']} {n:{'>'}{5}}")
print('abc' < 'abd', 'a' < 'B', max('hello'), sorted('hello'), list('abc'), 'λx'.upper(), len('😀a'), '😀a'[1], 'abc'.translate(str.maketrans('ab', 'xy')))
for ch in 'ab':
    print(ch, ord(ch), end=';')
print()
print('a%sb' % 'X', '%s %s' % ('a', 1), str(1.0), str([1, 'a', None, True]), str({'a': (1,)}), str(3 * ' '), bool('0'))
print('dv/dt = -v/{tau} : volt'.format(tau='10*ms'), 'one two'.split(' ')[1], 'x' in 'xyz' and 'y', ' '.join(f'{i}' for i in range(3)))
