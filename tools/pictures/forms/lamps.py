"""Table lamps, pendants and the reading lamp, lit."""

import math

from materials.clear import metal
from materials.cloth import paper, shade, woven
from materials.glaze import glaze
from materials.plain import glow, matte, paint
from materials.wood import wood
from studio.shapes import box, lathe, profile, put, ring, smooth_line, tube
from studio.stage import point

BULB = '#ffc98a'


def drum(low, high, z0, z1, colour='#eddcc0'):
    """A cloth shade with its two rims; wider below."""
    wall = [(low + (high - low) * i / 20, z0 + (z1 - z0) * i / 20) for i in range(21)]
    cloth = lathe(wall, shade(colour), wobble=0.002, span=(z0, z1))
    edge = woven(colour, threads=(20, 20), bump=0.2, translucent=0.25)
    for z, r in ((z0, low), (z1, high)):
        tube(ring(r, z), 0.018, edge, 8, closed=True)
    return cloth


def bulb(z, power):
    lathe([(0, z), (0.06, z + 0.02), (0.18, z + 0.22), (0.19, z + 0.3), (0.12, z + 0.42), (0, z + 0.46)], glow(BULB, 7), wobble=0)
    point((0, 0, z + 0.52), power, (1, 0.6, 0.28), 0.16)
    point((0, 0, z - 0.1), power * 0.45, (1, 0.6, 0.28), 0.16)


def cord():
    line = smooth_line([(0.3, 0.5, 0.04), (0.7, 1.2, 0.03), (1.6, 1.7, 0.03), (3.0, 2.1, 0.03), (6, 2.4, 0.03)])
    tube(line, 0.025, matte('graphite'), 8)


def neck(z):
    brass = metal('brass', 0.3)
    return lathe([(0, z), (0.12, z), (0.12, z + 0.08), (0.06, z + 0.10), (0.06, z + 0.35), (0.1, z + 0.35), (0.1, z + 0.5), (0, z + 0.5)], brass, wobble=0)


def pebble_lamp(colour='sea', second=None, power=110):
    material = glaze(colour, second, speckle=0.5, rough=0.35, rim=None)
    outline = profile([(0.60, 0.10), (0.78, 0.42), (0.82, 0.75), (0.66, 1.15), (0.34, 1.45), (0.17, 1.62), (0.13, 1.72)])
    base = lathe([(0, 0), (0.50, 0), (0.56, 0.02), (0.58, 0.05), *outline, (0, 1.72)], material, seed=4)
    bulb(2.2, power)
    cord()
    return [base, neck(1.70), drum(1.06, 0.76, 1.85, 3.05)]


def buoy_lamp(colour='rust', power=110):
    """A tapered base; the pale band is a ring of its own, a hair wider."""
    material, band = glaze(colour, speckle=0.3, rough=0.3, rim=None, foot=False), glaze('#eee6d6', speckle=0.4, rough=0.3, rim=None, foot=False)
    radius = lambda z: 0.62 - 0.42 * (z / 1.9) ** 1.15  # noqa: E731
    outline = [(radius(0.06 + 1.84 * k / 40), 0.06 + 1.84 * k / 40) for k in range(41)]
    base = lathe([(0, 0), (0.56, 0), (0.61, 0.03), *outline, (0, 1.9)], material, wobble=0.003)
    stripe = lathe([(radius(0.62) + 0.004 - 0.02, 0.62)] + [(radius(0.62 + 0.4 * k / 12) + 0.008, 0.62 + 0.4 * k / 12) for k in range(13)] + [(radius(1.02) - 0.02, 1.02)], band, wobble=0.003)
    bulb(2.35, power)
    cord()
    return [base, stripe, neck(1.88), drum(0.92, 0.80, 2.05, 3.15)]


def lantern_lamp(kind='oak', power=90):
    """A wooden foot and a tall paper cylinder."""
    foot = lathe([(0, 0), (0.58, 0), (0.62, 0.03), (0.62, 0.16), (0.59, 0.2), (0, 0.2)], wood(kind, axis=0, scale=1.4), wobble=0)
    wall = [(0.54, 0.22 + 2.0 * i / 30) for i in range(31)]
    screen = lathe(wall, paper('#f2e6cc', 0.55), wobble=0.003)
    bars = []
    for k in range(6):
        a = math.pi * k / 3 + 0.2
        bars.append(put(box((0.05, 0.05, 2.1), wood(kind, 2, 2), bevel=0.01), 0.555 * math.cos(a), 0.555 * math.sin(a), 1.24, (0, 0, math.degrees(a))))
    for z in (0.24, 2.24):
        bars.append(tube(ring(0.555, z), 0.03, wood(kind, 0, 2), 8, closed=True))
    point((0, 0, 0.9), power * 0.5, (1, 0.6, 0.28), 0.2)
    point((0, 0, 1.5), power * 0.5, (1, 0.6, 0.28), 0.2)
    cord()
    return [foot, screen, *bars]


def hanging(outline, colour, top, power, lift=2.6):
    """A spun shade on a cord, brass at its neck, its inside pale."""
    line = profile(outline)
    outer = lathe([(r, z + lift) for r, z in line], paint(colour, 0.42), wobble=0)
    inner = lathe([(r - 0.025, z - 0.012 + lift) for r, z in line], paint('#f4ead6', 0.5), wobble=0)
    rim = tube(ring(line[-1][0] - 0.01, lift + line[-1][1], 128), 0.018, paint(colour, 0.42), 8, closed=True)
    z = lift + top
    cap = lathe([(0, z + 0.24), (0.07, z + 0.24), (0.11, z + 0.20), (0.11, z), (0.14, z - 0.04), (0, z - 0.04)], metal('brass', 0.25), wobble=0)
    tube([(0, 0, z + 0.2), (0, 0, z + 14)], 0.022, woven('#57493a', threads=(10, 400)), 8)
    low = lift + line[-1][1]
    lathe([(0, low + 0.10), (0.15, low + 0.13), (0.22, low + 0.28), (0.2, low + 0.42), (0.1, low + 0.58), (0.07, low + 0.75)], glow('#ffd3a0', 9), wobble=0)
    point((0, 0, low - 0.02), power, (1, 0.7, 0.42), 0.2)
    return [outer, cap, rim]


def dome_pendant(colour='soot', power=110):
    return hanging([(0.10, 1.18), (0.16, 1.12), (0.34, 1.04), (0.70, 0.84), (1.02, 0.52), (1.20, 0.16), (1.24, 0)], colour, 1.18, power)


def bell_pendant(colour='harbour', power=80):
    return hanging([(0.10, 1.42), (0.2, 1.36), (0.40, 1.22), (0.52, 0.94), (0.56, 0.6), (0.62, 0.30), (0.80, 0.06), (0.88, 0)], colour, 1.42, power)


def cone_pendant(colour='clay', power=90):
    return hanging([(0.10, 1.06), (0.14, 1.03), (0.45, 0.74), (0.80, 0.40), (1.16, 0.05), (1.2, 0.0)], colour, 1.06, power)


def paper_globe(colour='#f5ecd8', power=34):
    """Ribbed paper: it glows itself."""
    count, radius, lift = 120, 1.2, 2.4
    line = []
    for k in range(4, count - 3):
        a = math.pi * k / count
        ribbed = radius * (1 + 0.012 * math.cos(2 * math.pi * k / 5))
        line.append((ribbed * math.sin(a), lift + radius - ribbed * math.cos(a) * 0.94))
    globe = lathe(line, paper(colour, 0.6), wobble=0.002)
    tube([(0, 0, lift + 2.3), (0, 0, lift + 16)], 0.02, matte('graphite'), 8)
    collar = tube(ring(line[-1][0], line[-1][1]), 0.014, metal('brass'), 8, closed=True)
    point((0, 0, lift + radius), power, (1, 0.72, 0.42), 0.3)
    return [globe, collar]


def reading_lamp(colour='soot', power=55):
    """A foot, a stem, a joint, and a cone that leans over the page."""
    material = metal('brass', 0.3) if colour == 'brass' else paint(colour, 0.4)
    brass = metal('brass', 0.28)
    foot = lathe([(0, 0), (0.66, 0), (0.70, 0.025), (0.70, 0.06), (0.66, 0.085), (0.1, 0.11), (0.06, 0.2), (0, 0.2)], material, wobble=0)
    stem = tube([(0, 0, 0.1), (0, 0, 2.9)], 0.035, material, 16)
    knob = put(lathe(profile([(0.0, -0.09), (0.07, -0.06), (0.09, 0), (0.07, 0.06), (0.0, 0.09)], 6), brass, wobble=0), 0, 0, 2.9)
    arm_end = (-0.62, -0.25, 3.24)
    arm = tube([(0, 0, 2.9), arm_end], 0.032, material, 16)
    line = [(0.10, 0.52), (0.12, 0.50), (0.2, 0.36), (0.46, -0.16), (0.48, -0.2)]
    hood = lathe(profile(line), material, wobble=0)
    lining = lathe([(r - 0.02, z - 0.005) for r, z in profile(line)], paint('#f4ead6', 0.5), wobble=0)
    cap = lathe([(0, 0.56), (0.1, 0.54), (0.1, 0.5), (0, 0.5)], material, wobble=0)
    lit = lathe(profile([(0.0, -0.06), (0.10, -0.02), (0.14, 0.1), (0.06, 0.28)], 6), glow(BULB, 8), wobble=0)
    for part in (hood, lining, cap, lit):
        put(part, arm_end[0] - 0.12, arm_end[1] - 0.05, arm_end[2] - 0.28, (10, 24, 0))
    point((arm_end[0] - 0.2, arm_end[1] - 0.1, arm_end[2] - 0.55), power, (1, 0.66, 0.36), 0.1)
    cord()
    return [foot, stem, knob, arm, hood, cap]


def floor_lamp(colour='soot', power=140):
    """Three thin legs of wood, a drum high up."""
    made = []
    for a in (20, 140, 260):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        made.append(tube([(0.16 * c, 0.16 * s, 9.6), (2.3 * c, 2.3 * s, 0)], lambda t: 0.12 - 0.03 * t, wood('oak', 2, 0.8), 16))
    made.append(lathe([(0, 9.4), (0.3, 9.4), (0.32, 9.5), (0.32, 9.75), (0.1, 9.8), (0.1, 10.6), (0, 10.6)], paint(colour, 0.4), wobble=0))
    wall = [(2.0 - 0.35 * i / 20, 10.2 + 2.6 * i / 20) for i in range(21)]
    made.append(lathe(wall, shade('#e9dcc3'), wobble=0.001, span=(10.2, 12.8)))
    for z, r in ((10.2, 2.0), (12.8, 1.65)):
        tube(ring(r, z), 0.035, woven('#e9dcc3', threads=(20, 20), translucent=0.25), 8, closed=True)
    point((0, 0, 11.6), power * 14, (1, 0.6, 0.28), 0.5)
    return made
