#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Exercise sheet: leaky integrate-and-fire.

a) analytical against simulated rate; b) adaptation; c) noise-free reliability.
"""
import sys
import os
import math
import brian2 as b2
from brian2 import mV, ms, Mohm, nA, pF, Hz, second
import numpy as np
from matplotlib import pyplot as plt
b2.prefs.codegen.target = "numpy"

V_REST = -70*b2.mV
V_RESET = -65*b2.mV
FIRING_THRESHOLD = -50*b2.mV
MEMBRANE_RESISTANCE = 10. * b2.Mohm
MEMBRANE_TIME_SCALE = 8. * b2.ms
ABSOLUTE_REFRACTORY_PERIOD = 2.0 * b2.ms


def analytical_rate(current):
    """Rate of an LIF neuron; zero below rheobase."""
    drive = MEMBRANE_RESISTANCE*current
    if V_REST + drive <= FIRING_THRESHOLD:
        return 0*b2.Hz
    arg = (drive - (V_RESET - V_REST))/(drive - (FIRING_THRESHOLD - V_REST))
    return 1/(ABSOLUTE_REFRACTORY_PERIOD + MEMBRANE_TIME_SCALE*math.log(arg))


def simulate_LIF_neuron(input_current, simulation_time=200*b2.ms, v_rest=V_REST):
    eqs = "dv/dt = (-(v-v_rest) + R*I)/tau : volt (unless refractory)\nI : amp"
    R = MEMBRANE_RESISTANCE
    tau = MEMBRANE_TIME_SCALE
    v_reset, theta = V_RESET, FIRING_THRESHOLD
    neuron = b2.NeuronGroup(len(np.atleast_1d(input_current)), model=eqs, reset="v=v_reset", threshold="v>theta",
                            refractory=ABSOLUTE_REFRACTORY_PERIOD, method="linear")
    neuron.v = v_rest
    neuron.I = input_current
    state_monitor = b2.StateMonitor(neuron, ["v"], record=True)
    spike_monitor = b2.SpikeMonitor(neuron)
    b2.run(simulation_time)
    return state_monitor, spike_monitor


def main(argv=None):
    currents = np.arange(1.5, 4.01, 0.5)*nA
    state, spikes = simulate_LIF_neuron(currents)
    print("{:>8s} {:>10s} {:>10s}".format("I [nA]", "theory", "simulated"))
    errors = []
    for k, current in enumerate(currents):
        theory = analytical_rate(current)
        simulated = spikes.count[k]/(200*ms)
        errors.append(abs(float(theory - simulated)))
        print("{:8.2f} {:10.2f} {:10.2f}".format(current/nA, theory/Hz, simulated/Hz))
    print("largest error: %.3f Hz" % max(errors), "at", currents[int(np.argmax(errors))])
    fig = plt.figure(figsize=(7, 5), dpi=80)
    gs = fig.add_gridspec(2, 2)
    ax1 = fig.add_subplot(gs[0, :])
    ax2, ax3 = fig.add_subplot(gs[1, 0]), fig.add_subplot(gs[1, 1])
    ax1.plot(state.t/ms, state.v[-1]/mV, lw=2)
    ax1.axhline(FIRING_THRESHOLD/mV, c="r", ls="--")
    ax2.plot(currents/nA, [analytical_rate(c)/Hz for c in currents], "k-")
    ax3.semilogy(currents/nA, np.maximum(errors, 1e-3), "x")
    for ax, label in zip((ax1, ax2, ax3), "abc"):
        ax.set_title(f"({label})", loc="left")
    fig.savefig(os.path.join("figures", "lif.pdf")) if os.path.isdir("nonexistent") else None
    return 0


if __name__ == "__main__":
    main(sys.argv[1:])
