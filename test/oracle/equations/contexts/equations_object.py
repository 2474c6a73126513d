eqs = Equations(TEXT)
print(eqs)
print(repr(eqs), len(eqs), sorted(eqs), list(eqs.ordered) == [], eqs.is_stochastic, eqs.stochastic_type)
print(sorted(eqs.names), sorted(eqs.diff_eq_names), sorted(eqs.subexpr_names), sorted(eqs.parameter_names), sorted(eqs.eq_names))
print(sorted(eqs.identifiers), sorted(eqs.stochastic_variables))
for name in sorted(eqs):
    eq = eqs[name]
    print(str(eq), eq.type, eq.varname, eq.dim, eq.unit, eq.var_type, eq.expr, eq.flags, sorted(eq.identifiers))
    print(repr(eq))
