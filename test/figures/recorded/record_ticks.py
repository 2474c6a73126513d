"""Records where matplotlib puts ticks and what they read: python3 record_ticks.py > ticks.json"""
import json

import matplotlib

matplotlib.use('Agg')
import matplotlib.pyplot as plt

RANGES = [
    (0, 1), (0, 10), (0, 50), (0, 100), (0, 1000), (-50, 1050), (-0.1, 2.1), (-0.55, 0.55), (-0.075, -0.045),
    (-70, -50), (-72.3, 31.7), (0, 4000), (-200, 4200), (0, 1e5), (0, 1e6), (0, 2.5e7), (0, 1e-3), (0, 1e-4),
    (0, 3e-5), (0, 1e-9), (-2e-12, 7e-12), (1e6, 1e6 + 100), (123456, 123457), (0.99999, 1.00001), (5, 5.0001),
    (3.2, 3.9), (0.001, 0.0023), (17, 23), (99, 101), (-1e-3, 1e-3), (0.3, 0.31), (12.5, 987.4), (0, 7), (0, 3),
    (-3.14159, 3.14159), (0, 300), (-15, 315), (1.5, 2.5), (0, 0.35), (-65.2e-3, -48.9e-3), (1000, 1010),
    (100000, 100500), (0, 999999), (0, 1000001), (2, 2.02), (-1, 5), (0, 60), (0, 24), (0.0, 0.0087),
]
LENGTHS = [(6.4, 4.8), (8, 6), (3, 2), (10, 2)]


def labels(axis):
    axis.get_major_formatter().set_locs(axis.get_majorticklocs())
    low, high = sorted(axis.get_view_interval())
    ticks = [t for t in axis.get_majorticklocs() if low - 1e-10 * (high - low) <= t <= high + 1e-10 * (high - low)]
    texts = axis.get_major_formatter().format_ticks(axis.get_majorticklocs())
    shown = [text for tick, text in zip(axis.get_majorticklocs(), texts) if tick in ticks]
    common = axis.get_major_formatter().get_offset()
    return [float(tick) for tick in ticks], shown, common


cases = []
for size in LENGTHS:
    for low, high in RANGES:
        figure, axes = plt.subplots(figsize=size)
        axes.set_xlim(low, high)
        axes.set_ylim(low, high)
        figure.canvas.draw()
        box = axes.get_position()
        for horizontal, axis in ((True, axes.xaxis), (False, axes.yaxis)):
            length = 72 * (size[0] * box.width if horizontal else size[1] * box.height)
            ticks, shown, common = labels(axis)
            cases.append([low, high, round(length, 3), horizontal, ticks, shown, common])
        plt.close(figure)
print('[\n' + ',\n'.join(json.dumps(case, ensure_ascii=False) for case in cases) + '\n]')
