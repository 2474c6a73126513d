"""What a result is, as text: its class and what Python prints for it, elements of lists and tuples one by one."""


def describe(value):
    if type(value) in (list, tuple):
        return type(value).__name__ + ' [' + ', '.join([describe(item) for item in value]) + ']'
    return type(value).__name__ + ' ' + repr(value)
