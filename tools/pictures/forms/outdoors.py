"""What goes out of the house: flask, lantern, watering can."""

import math

from forms.candles import flame
from materials.clear import glass, metal
from materials.plain import paint
from studio.shapes import lathe, profile, put, ring, smooth_line, tube


def flask(colour='harbour'):
    """Enamelled steel, a cup for its lid."""
    coat, steel = paint(colour, 0.38), metal('#c4bfb4', 0.25)
    body = [(0.37, 0.03), (0.385, 0.08), (0.385, 1.7), (0.37, 1.82), (0.32, 1.92), (0.315, 1.95)]
    bottle = lathe([(0, 0.01), (0.34, 0.01), *body, (0, 1.95)], coat, wobble=0)
    foot = lathe([(0, 0), (0.35, 0), (0.378, 0.02), (0.378, 0.05)], steel, wobble=0)
    collar = lathe([(0.316, 1.94), (0.325, 1.95), (0.325, 2.03), (0.316, 2.04)], steel, wobble=0)
    cup = [(0.33, 2.05), (0.335, 2.06), (0.32, 2.5), (0.30, 2.56), (0.2, 2.58)]
    lid = lathe([(0, 2.04), (0.32, 2.04), *cup, (0, 2.585)], coat, wobble=0)
    edge = tube(ring(0.333, 2.055), 0.012, steel, 8, closed=True)
    return [bottle, foot, collar, lid, edge]


def storm_lantern(colour='soot'):
    coat, steel = paint(colour, 0.36), metal('#b9b4aa', 0.3)
    tank = lathe([(0, 0), *profile([(0.52, 0.02), (0.60, 0.08), (0.60, 0.36), (0.50, 0.46), (0.26, 0.52), (0.22, 0.62)], 8), (0, 0.63)], coat, wobble=0)
    burner = lathe(profile([(0.22, 0.60), (0.25, 0.68), (0.16, 0.78), (0.07, 0.84)], 8), metal('brass', 0.28), wobble=0)
    globe = profile([(0.26, 0.66), (0.40, 0.86), (0.42, 1.05), (0.34, 1.32), (0.24, 1.50)], 10)
    inside = [(r - 0.02, z) for r, z in reversed(globe)]
    chimney = lathe([*globe, *inside, globe[0]], glass('#f6f7f4'), wobble=0.001)
    cap = lathe([(0.24, 1.48), (0.30, 1.52), *profile([(0.30, 1.58), (0.34, 1.66), (0.30, 1.76), (0.20, 1.84), (0.18, 1.98), (0.24, 2.02), (0.16, 2.12), (0.0, 2.16)], 8)], coat, wobble=0)
    made = [tank, burner, chimney, cap]
    for side in (-1, 1):
        line = smooth_line([(side * 0.50, 0, 0.30), (side * 0.66, 0, 0.46), (side * 0.68, 0, 0.9), (side * 0.66, 0, 1.45), (side * 0.50, 0, 1.80), (side * 0.2, 0, 1.92)])
        made.append(tube(line, 0.055, coat, 14, up=(0, 1, 0)))
    guard = tube(ring(0.445, 1.05), 0.014, steel, 8, closed=True)
    bail = smooth_line([(-0.68, 0, 1.30), (-0.74, -0.1, 1.9), (-0.45, -0.2, 2.55), (0, -0.24, 2.75), (0.45, -0.2, 2.55), (0.74, -0.1, 1.9), (0.68, 0, 1.30)])
    made += [guard, tube(bail, 0.018, steel, 8)]
    flame(0, 0, 0.84, 1.5, 3.0)
    return [put(part, turn=(0, 0, -24)) for part in made]


def watering_can(colour='sage'):
    coat = paint(colour, 0.4)
    outer = profile([(0.74, 0.0), (0.78, 0.03), (0.76, 0.5), (0.66, 0.95), (0.50, 1.15), (0.46, 1.22)], 10)
    inside = [(max(0.0, r - 0.03), max(0.05, z - 0.005)) for r, z in reversed(outer)]
    body = lathe([(0, 0.02), *outer, *inside, (0, 0.05)], coat, wobble=0.001)
    lip = tube(ring(0.455, 1.22), 0.022, coat, 8, closed=True)
    spout = smooth_line([(0.66, 0, 0.22), (0.95, 0, 0.30), (1.3, 0, 0.75), (1.75, 0, 1.35), (2.1, 0, 1.52), (2.28, 0, 1.50)])
    pipe = tube(spout, lambda t: 0.12 - 0.075 * min(1, t * 1.4), coat, 18, up=(0, 1, 0))
    grip = smooth_line([(0.40, 0, 1.18), (0.30, 0, 1.75), (-0.30, 0, 2.10), (-0.95, 0, 1.75), (-1.15, 0, 1.1), (-0.78, 0, 0.45)])
    handle = tube(grip, 0.042, coat, 14, up=(0, 1, 0))
    ferrule = put(lathe([(0.045, -0.04), (0.06, -0.03), (0.06, 0.03), (0.045, 0.04)], metal('brass', 0.28), wobble=0))
    turn = math.radians(16)
    for part in (body, lip, pipe, handle):
        part.rotation_euler = (0, 0, turn)
    x, y = 2.24 * math.cos(turn), 2.24 * math.sin(turn)
    put(ferrule, x, y, 1.503, (0, 86, 16))
    return [body, lip, pipe, handle, ferrule]
