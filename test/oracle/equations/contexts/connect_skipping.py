A = NeuronGroup(3, 'a : volt\nq : 1\nn : integer')
B = NeuronGroup(4, 'v : volt\nb : boolean\nh : 1 (shared)')
A.q = [0, 1, 2]
B.b = 'i % 2 == 0'
S = Synapses(A, B, 'w : volt')
S.connect(j=TEXT, skip_if_invalid=True)
print(S.i[:], S.j[:])
