# oracle: seeds 60
from brian2 import *

rare = BinomialFunction(8, 0.1)
common = BinomialFunction(40, 0.9, approximate=False)
many = BinomialFunction(300, 0.4, approximate=False)
normal = BinomialFunction(300, 0.4)
G = NeuronGroup(400, '\n'.join(f'x{k} : 1' for k in range(4)))
G.run_regularly('x0 = rare(); x1 = common(); x2 = many(); x3 = normal()')
run(0.1*ms)
for k in range(4):
    x = getattr(G, f'x{k}')[:]
    whole = mean(x == floor(x))
    print(f'mean{k} {mean(x)}')
    print(f'spread{k} {std(x)}')
    print(f'whole{k} {whole}')
    print(f'third{k} {mean((x - mean(x))**3)}')
