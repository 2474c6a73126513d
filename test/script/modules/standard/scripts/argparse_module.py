import argparse


def parser():
    p = argparse.ArgumentParser(description="Runs it", prog="tool")
    p.add_argument("name", nargs="?", default="x")
    p.add_argument("-n", "--number", type=int, default=10, help="how many")
    p.add_argument("--rate", type=float, default="2.5")
    p.add_argument("--verbose", "-v", action="store_true")
    p.add_argument("--no-plot", dest="plot", action="store_false")
    p.add_argument("--list", nargs="+", type=int)
    p.add_argument("--pair", nargs=2, metavar="P")
    p.add_argument("--mode", choices=["fast", "slow"], default="fast")
    p.add_argument("-d", action="count", default=0)
    p.add_argument("--add", action="append")
    return p


for words in [[], ["foo"], ["-n", "3", "--rate=1e-3"], ["-n5", "-v"], ["--verb", "--no-plot", "bar"], ["--list", "1", "2", "3"],
              ["--pair", "a", "b"], ["--mode", "slow", "-dd"], ["--add", "1", "--add", "2"], ["-n", "-4"], ["--", "-x"]]:
    print(parser().parse_args(words))
for words in [["--mode", "medium"], ["-n", "x"], ["--nope"], ["a", "b"], ["--pair", "1"], ["-n"]]:
    try:
        parser().parse_args(words)
    except SystemExit as error:
        print("exit", error.code if hasattr(error, "code") else 2)
values, rest = parser().parse_known_args(["--nope", "1"])
print(values.name, rest, vars(values)["number"], "rate" in values, values == values)
required = argparse.ArgumentParser()
required.add_argument("file")
required.add_argument("others", nargs="*")
required.add_argument("--key", required=True)
print(required.parse_args(["--key", "k", "a", "b", "c"]))
