class Problem(Exception):
    pass

def check(n):
    if n > 1:
        raise Problem("too many: %d" % n)

check(1)
check(2)
