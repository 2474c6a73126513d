# A generator keeps the exception it handles over its yields.
def careful(values):
    for value in values:
        try:
            yield 10 // value
        except ZeroDivisionError as error:
            yield str(error)
            yield type(error).__name__
        finally:
            yield 'next'


print(list(careful([5, 0, 2])))
