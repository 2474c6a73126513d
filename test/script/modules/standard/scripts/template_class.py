from string import Template

t = Template('d$name/dt = (${name}_inf - $name)/tau_$name : 1  # costs $$5')
print(t.template)
print(t.substitute(name='m'))
print(t.substitute({'name': 'h', 'other': 1}))
print(t.substitute({'name': 'h'}, name='n'))
print(Template('$a and $b, $ or ${c}').safe_substitute(a=1.5))
print(Template('$a').safe_substitute({'a': None}), isinstance(t, Template))
for text, values in [('$x', {}), ('costs 5$', {'x': 1}), ('one\n two $!', {})]:
    try:
        Template(text).substitute(**values)
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
try:
    Template('$x $y').substitute({'x': 1})
except KeyError as error:
    print(error)
