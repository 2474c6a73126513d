P = PoissonGroup(3, TEXT)
run(0.1*ms)
print('fine')
