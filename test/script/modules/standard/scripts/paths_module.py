import os
import os.path
from os.path import join, basename
from pathlib import Path

print(join("a", "b", "c.txt"), join("a/", "b"), join("a", "/b"), join("", "b"), basename("a/b.py"), os.path.dirname("a/b/c.py"), os.path.dirname("x"))
print(os.path.split("a/b//c"), os.path.splitext("a/b.tar.gz"), os.path.splitext(".bashrc"), os.path.splitext("a.b/c"), os.path.normpath("a/./b/../c//d"))
print(os.path.isabs("/a"), os.sep, os.path.relpath("a/b/c", "a/d"), os.path.normpath("/../x"), os.linesep == "\n", os.pardir)
print(os.environ.get("SURELY_NOT_SET"), os.getenv("SURELY_NOT_SET", "d"), os.path.exists("surely/not/there"))
p = Path("results") / "run1" / "data.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.with_suffix(".txt"), p.with_name("x"), p.parent.parent.parent)
print(Path("/a") / "/b", "x" / Path("y"), Path("a//b/./c/"), Path(), Path("/"), Path("/").parent, str(Path("a")), f"{Path('a')/'b'}")
print(Path("a") == Path("a/"), Path("a") < Path("b"), Path("a", "b", "c"), [str(x) for x in Path("a/b/c").parents], Path("a").joinpath("b", "c"))
print(os.path.join(Path("a"), "b"), Path("surely/not/there").exists(), isinstance(p, Path), Path("/a").is_absolute(), {Path("a"): 1}[Path("a")])
