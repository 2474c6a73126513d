import re
import string
import textwrap

text = """
    dv/dt = -v/tau : 1

      x : 1
   \t
    y : volt
    """
print(repr(textwrap.dedent(text)))
print(repr(textwrap.dedent("\ta\n\t b\n")), repr(textwrap.dedent("  a\n b")), repr(textwrap.dedent("")), repr(textwrap.indent("a\n\nb\n", "> ")))
print(textwrap.wrap("the quick brown fox jumps over the lazy dog", 16), textwrap.fill("aaa bbb ccc", width=7))
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits)

m = re.match(r"(\w+)\s*=\s*(\d+)", "abc = 42 rest")
print(m, m.group(0), m.group(1, 2), m.groups(), m.start(2), m.end(), m.span(1), m[2], bool(m))
print(re.match("b", "abc"), re.search("b", "abc"), re.fullmatch("a+", "aaa"), re.fullmatch("a+", "aab"))
print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall("(a)b", "abab"), re.findall("x*", "axb"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world again you"), re.sub("a", "b", "aaa", count=2), re.sub(r"\d", lambda m: str(int(m.group()) * 2), "a1b2"))
print(re.sub(r"(?P<x>\d)", r"<\g<x>>", "a1"), re.subn("a", "", "banana"), re.split(r"[,;]\s*", "a, b;c"), re.split("(-)", "a-b-c", maxsplit=1))
p = re.compile(r"^(?P<key>\w+):\s*(?P<value>.*)$", re.M | re.IGNORECASE)
for found in p.finditer("A: 1\nb: two"):
    print(found.groupdict(), found.group("key"), found.span())
print(p.pattern, p.sub("x", "a: b"), re.escape("a.b*c"), re.search(r"end$", "the end\n"), re.search(r"end\Z", "the end\n"))
print(re.match(r"(a)|(b)", "b").groups(), re.match("(?i)ABC", "abc"), re.match(r"(?P<q>['\"]).*(?P=q)", "'x'"), re.compile(r"a # comment" "\n b", re.X).match("ab"))
print(re.match(r"[^]]+", "ab]").group(), re.match(r"[]a]+", "]a").group(), re.findall(r"[\w.]+@[\w.]+", "x@y.z, a.b@c"))
try:
    re.compile("(a")
except re.error as error:
    print("re.error")
