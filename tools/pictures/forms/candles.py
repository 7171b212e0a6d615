"""Candles and what holds them."""

import math

from materials.clear import glass, metal, wax
from materials.glaze import glaze
from materials.plain import glow, matte, paint, printed
from studio.shapes import group, lathe, profile, put, ring, shell, smooth_line, tube
from studio.stage import point


def flame(x, y, z, size=1.0, power=1.7):
    """A wick and its flame: small, or it looks like a drop."""
    tube(smooth_line([(x, y, z - 0.02), (x + 0.005, y, z + 0.05), (x + 0.02, y, z + 0.12)], 5), 0.012, matte('#241d18'), 8)
    line = [(0.0, 0.0), (0.016, 0.01), (0.028, 0.05), (0.024, 0.10), (0.010, 0.155), (0.0, 0.195)]
    lit = put(lathe(profile([(r * size, h * size) for r, h in line], 8), glow('#ffb055', 11), wobble=0), x + 0.02, y, z + 0.09)
    lit.visible_shadow = False
    point((x + 0.02, y, z + 0.21), power, (1, 0.62, 0.28), 0.035)


def pool(radius, z, colour='wax'):
    r = radius
    return lathe([(0, z), (r * 0.3, z - 0.005), (r * 0.6, z), (r * 0.87, z + 0.005), (r * 0.97, z + 0.03), (r, z + 0.05)], wax(colour, 0.3, 0.6), wobble=0.004)


def stoneware_candle(colour='#d9cfbd', second=None, lit=True):
    material = glaze(colour, second, speckle=0.7, rough=0.55, rim=None)
    outer = [(0.42, 0), (0.455, 0.03), (0.465, 0.12), (0.465, 0.9), (0.46, 1.0)]
    cup = lathe(shell(outer, 0.045, steps=8), material, wobble=0.005, seed=9)
    pool(0.416, 0.80)
    if lit:
        flame(0, 0, 0.81)
    return [cup]


def glass_wall(outer, wall, base):
    """Outside and inside of a glass as one closed outline."""
    out = profile(outer, 8)
    inside = [(max(0.0, r - wall), max(z, base)) for r, z in reversed(out)]
    return [(0, outer[0][1] + 0.015), *out, *inside, (0, base)]


def smoked_glass_candle(tint='#cdb9a2', lit=True):
    tumbler = lathe(glass_wall([(0.38, 0), (0.42, 0.02), (0.435, 0.08), (0.44, 0.5), (0.44, 1.0)], 0.03, 0.10), glass(tint), wobble=0.003)
    body = [(0, 0.11), (0.36, 0.11), (0.402, 0.15), (0.405, 0.66), (0.39, 0.68), (0.2, 0.67), (0, 0.672)]
    lathe(body, wax('#efe2c6', 0.35, 0.5), wobble=0.002)
    if lit:
        flame(0, 0, 0.68, power=2.2)
    return [tumbler]


def tin_traveller(lit=True):
    tin = put(lathe([(0, 0), (0.385, 0), (0.40, 0.015), (0.40, 0.46), (0.41, 0.47), (0.40, 0.48), (0.39, 0.47), (0.39, 0.05)], printed('tin-traveller', 0.35, coat=0.2), wobble=0, span=(0, 0.5)), turn=(0, 0, -162))
    rim = tube(ring(0.402, 0.475), 0.012, metal('steel', 0.25), 8, closed=True)
    pool(0.385, 0.36)
    lid = put(lathe([(0, 0.12), (0.38, 0.12), (0.41, 0.10), (0.42, 0.07), (0.42, 0.0), (0.41, 0.0), (0.41, 0.07), (0, 0.09)], paint('soot', 0.3), wobble=0), 0.62, -0.20, 0.36, (0, 62, 20))
    if lit:
        flame(0, 0, 0.37)
    return [tin, rim, lid]


def pillars(colour='#efe4cd'):
    made = []
    for x, y, r, h, seed in ((-0.42, 0.25, 0.34, 1.9, 1), (0.32, 0.42, 0.34, 1.3, 2), (0.12, -0.35, 0.34, 0.75, 3)):
        outline = [(0, 0), (r * 0.96, 0), (r, 0.04), (r, h - 0.05), (r * 0.95, h), (r * 0.8, h - 0.005), (r * 0.5, h - 0.03), (0, h - 0.04)]
        made.append(put(lathe(outline, wax(colour, 0.45, 0.4), wobble=0.004, seed=seed), x, y, 0))
        flame(x, y, h - 0.03)
    return made


def taper(colour, x, y, z, height, lit=True):
    line = smooth_line([(x, y, z), (x + 0.005, y, z + height * 0.5), (x, y, z + height)], 12)
    made = tube(line, lambda t: 0.105 - 0.045 * t**1.5 if t < 0.985 else 0.03, wax(colour, 0.4, 0.25), 32)
    if lit:
        flame(x, y, z + height, power=1.2)
    return made


def holder(x=0, y=0, material=None):
    outline = [(0, 0), (0.36, 0), (0.38, 0.02), (0.36, 0.045), (0.12, 0.07), (0.06, 0.12), (0.055, 0.26), (0.11, 0.32), (0.125, 0.34), (0.125, 0.46), (0.11, 0.46), (0.108, 0.36), (0, 0.36)]
    return put(lathe(outline, material or metal('brass', 0.25), wobble=0), x, y)


def taper_candles(colour='clay', lit=True):
    """A pair in brass holders, one higher than the other."""
    made = []
    for x, y, height in ((-0.36, -0.12, 2.3), (0.38, 0.2, 2.75)):
        made += [holder(x, y), taper(colour, x, y, 0.34, height, lit)]
    return made


def brass_holder():
    return [holder(-0.5, 0.15), holder(0.35, -0.2), taper('chalk', -0.5, 0.15, 0.34, 2.2, True)]


def clay_holder(colour='clay', second=None):
    material = glaze(colour, second, speckle=0.5, rough=0.5, rim=None, foot=False)
    dish = lathe(shell([(0.5, 0), (0.56, 0.03), (0.66, 0.10), (0.70, 0.16)], 0.045, steps=8), material, wobble=0.006)
    socket = lathe([(0.16, 0.04), (0.15, 0.3), (0.155, 0.33), (0.13, 0.34), (0.11, 0.33), (0.108, 0.08)], material, wobble=0.004)
    loop = tube([(0.70 + 0.17 * math.cos(a) + 0.1, 0, 0.15 + 0.13 * math.sin(a)) for a in [2 * math.pi * k / 40 for k in range(40)]], 0.035, material, 12, closed=True, up=(0, 1, 0))
    return group([dish, socket, loop, taper('#efe4cd', 0, 0, 0.1, 1.7, True)], turn=-28)


def tealights():
    made, cup = [], metal('#cfcac0', 0.35)
    for k, (x, y) in enumerate(((-0.45, 0.24), (0.02, 0.34), (0.47, 0.2), (-0.22, -0.2), (0.26, -0.24), (0.72, -0.26))):
        made.append(put(lathe([(0, 0), (0.185, 0), (0.19, 0.01), (0.19, 0.15), (0.195, 0.155), (0.19, 0.16), (0.186, 0.15), (0.186, 0.1)], cup, wobble=0.002, seed=k), x, y))
        made.append(put(lathe([(0, 0.128), (0.1, 0.127), (0.186, 0.135)], wax('#f0e6d2', 0.35, 0.5), wobble=0), x, y))
        if k in (1, 3, 4):
            flame(x, y, 0.13, 0.8, 0.8)
        else:
            tube([(x, y, 0.12), (x + 0.01, y, 0.2)], 0.01, matte('#e8dfd0'), 6)
    return made


def snuffer():
    brass = metal('brass', 0.25)
    bell = lathe(profile([(0.14, 0), (0.125, 0.1), (0.07, 0.24), (0.02, 0.3)], 8), brass, wobble=0)
    knob = put(lathe(profile([(0, -0.04), (0.035, 0), (0, 0.04)], 6), brass, wobble=0), 0, 0, 0.32)
    stick = tube(smooth_line([(0, 0, 0.31), (0.14, 0, 0.34), (0.5, 0, 0.24), (1.4, 0, 0.07), (1.75, 0, 0.03)]), lambda t: 0.024 + 0.01 * t, brass, 12)
    end = put(lathe(profile([(0, -0.05), (0.045, 0), (0, 0.05)], 6), brass, wobble=0), 1.77, 0, 0.05)
    return group([bell, knob, stick, end], -0.8, 0, 0, -24)


def incense_dish(colour='sage', second=None):
    material = glaze(colour, second, speckle=0.6, rough=0.4)
    dish = lathe(shell([(0.62, 0), (0.68, 0.03), (0.88, 0.09), (0.96, 0.17)], 0.05, steps=8), material, wobble=0.01, seed=6)
    dish.scale = (1, 0.8, 1)
    stand = put(lathe(profile([(0.16, 0.05), (0.15, 0.12), (0.08, 0.2), (0.0, 0.22)], 8), material, wobble=0.004), 0.35, 0.1)
    stick = tube([(0.35, 0.1, 0.2), (-0.55, -0.15, 1.55)], 0.013, matte('#6b4a35', 0.1, 0.9), 8)
    ember = tube([(-0.55, -0.15, 1.55), (-0.565, -0.154, 1.575)], 0.014, glow('#ff6a2a', 4), 8)
    return [dish, stand, stick, ember]
