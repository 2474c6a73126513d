# Which pairs the rules of connect choose, in which order.
from brian2 import *

A = NeuronGroup(6, 'x : 1', threshold='False', reset='')
B = NeuronGroup(4, 'x : 1', threshold='False', reset='')
A.x = 'i*0.5'
B.x = [3, 1, 2, 0]


def show_pairs(title, target=B, **rule):
    S = Synapses(A, target, 'w : 1')
    S.connect(**rule)
    print(title, [(int(a), int(b)) for a, b in zip(S.i[:], S.j[:])])


show_pairs('all')
show_pairs('condition', condition='i != j')
show_pairs('variables', condition='x_pre > x_post')
show_pairs('both', condition='i % 2 == 0 and j >= 2')
show_pairs('lists', i=[0, 5, 5], j=[1, 2, 2])
show_pairs('copies', i=[1, 2], j=[0, 3], n=2)
show_pairs('expression', target=A, j='i')
show_pairs('shifted', target=A, j='(i + 1) % N_post')
show_pairs('skipped', j='i - 1', skip_if_invalid=True)
show_pairs('range', j='k for k in range(i)', skip_if_invalid=True)
show_pairs('steps', j='k for k in range(0, 4, 2) if i > k')
show_pairs('neighbours', target=A, j='k for k in range(i - 1, i + 2) if k != i', skip_if_invalid=True)
show_pairs('filtered', j='k for k in range(N_post) if x_post < x_pre')

run(0*ms)
