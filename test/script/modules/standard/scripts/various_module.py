from __future__ import annotations, division
import gc
import sys
import warnings
import logging
from abc import ABC, abstractmethod
from contextlib import contextmanager, suppress, nullcontext
from typing import Any, Callable, Dict, Generic, List, NamedTuple, Optional, Tuple, TypeVar, Union, cast
import typing as t

T = TypeVar("T")
Pairs = List[Tuple[int, Optional[str]]]


def f(x: Dict[str, Any], g: Callable[[int], int] = None) -> Union[int, t.Sequence[float]]:
    return cast(int, 3)


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value


class Base(ABC):
    @abstractmethod
    def go(self): ...


class Derived(Base):
    def go(self):
        return 1


print(f({}), Box(3).value, Derived().go(), gc.collect() >= 0, t.TYPE_CHECKING)
P = NamedTuple("P", [("a", int), ("b", str)])
print(P(1, "x"))


@contextmanager
def block(name):
    print("enter", name)
    try:
        yield name * 2
    except ValueError:
        print("caught")
    finally:
        print("leave", name)


with block("a") as value:
    print(value)
with block("b"):
    raise ValueError("inside")
try:
    with block("c"):
        raise KeyError("k")
except KeyError as error:
    print("through", error)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with nullcontext(5) as five:
    print(five)
print(sys.maxsize, sys.platform, sys.version_info >= (3, 8), sys.version_info[0], sys.version_info.major, len(sys.argv), sys.getrecursionlimit())
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit(), type(sys.modules).__name__, sys.float_info.epsilon, sys.float_info.max)
sys.stdout.write("written\n")
sys.stdout.flush()
warnings.filterwarnings("ignore")
warnings.warn("nothing")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
logging.basicConfig(level=logging.INFO)
log = logging.getLogger(__name__)
log.setLevel(logging.ERROR)
log.info("value %d", 3)
print(logging.WARNING, log.name, log.isEnabledFor(logging.INFO), logging.getLevelName(20))
try:
    sys.exit(3)
except SystemExit as error:
    print("exit", error, error.args)
sys.exit()
