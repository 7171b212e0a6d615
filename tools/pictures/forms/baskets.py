"""Woven baskets: stakes, rows that go in and out of them, a roped rim. All of it is there; nothing is painted on."""

import math
import random

from mathutils import Vector, noise

from forms.vases import leaf_blade
from materials.cloth import leaf
from materials.plain import matte
from materials.wood import wood
from studio.shapes import box, group, lathe, prism, put, smooth_line, tube

STEPS = 8


def willow(colour='willow'):
    return matte(colour, 0.3, 0.75, grain=60, bump=0.5)


def circle_of(radius):
    return lambda a, z: (radius(z) * math.cos(a), radius(z) * math.sin(a))


def weave(at, height, stakes, rows, colour='willow', dark=(), dark_colour='#9a733f', rim=True, seed=7, low=0.0, thick=1.0):
    """`at(angle, height)` is where the wall stands. Stakes are even in number."""
    pale, deep, made, chance = willow(colour), willow(dark_colour), [], random.Random(seed)
    for s in range(stakes):
        a = 2 * math.pi * s / stakes
        line = [(*at(a, low + (height - low) * t / 12), low + (height - low) * t / 12) for t in range(13)]
        made.append(tube(line, 0.032 * thick, pale, 6, up=(math.sin(a), math.cos(a), 0)))
    step, count = (height - low) / rows, stakes * STEPS
    for q in range(rows):
        z, points = low + step * (q + 0.5) + chance.uniform(-0.01, 0.01), []
        for i in range(count):
            a = 2 * math.pi * i / count
            out = 0.045 * thick * math.sin(a * stakes / 2 + math.pi * (q % 2))
            up = z + 0.014 * noise.noise(Vector((math.cos(a) * 2, math.sin(a) * 2, q * 1.7)))
            x, y = at(a, up)
            away = math.hypot(x, y) or 1
            grow = 1 + 0.006 * noise.noise(Vector((math.cos(a), math.sin(a), z))) + out / away
            points.append((x * grow, y * grow, up))
        made.append(tube(points, step * 0.5, deep if q in dark else pale, 8, flat=0.7, closed=True))
    if rim:
        made += rope(at, height, pale, 0.055 * thick)
    return made


def rope(at, height, material, reach=0.055, turns=26):
    made = []
    for strand in range(3):
        points = []
        for i in range(600):
            a = 2 * math.pi * i / 600
            b = a * turns + strand * 2.09
            x, y = at(a, height)
            grow = 1 + reach * math.cos(b) / (math.hypot(x, y) or 1)
            points.append((x * grow, y * grow, height + 0.03 + reach * math.sin(b)))
        made.append(tube(points, reach * 0.73, material, 8, closed=True))
    return made


def floor(radius, colour='willow'):
    return lathe([(0, 0.03), (radius * 0.99, 0.03), (radius, 0.05)], willow(colour))


def ears(reach, height, half=0.34, lift=0.42, turn=-30, material=None):
    """Two leather handles."""
    leather, made = material or matte('leather', 0.2, 0.5), []
    for side in (-1, 1):
        x = side * reach
        line = [(x, -half, height - 0.28), (x * 1.03, -half * 0.97, height + lift * 0.25), (x * 1.01, -half * 0.6, height + lift)]
        line += [(px, -py, pz) for px, py, pz in reversed(line)]
        made.append(put(tube(smooth_line(line), 0.06, leather, 12), turn=(0, 0, turn)))
    return made


def fisher_basket():
    radius = lambda z: 0.98 + 0.22 * math.sin(min(1, z / 1.9) * 1.9)  # noqa: E731
    return weave(circle_of(radius), 1.9, 44, 26, dark=(4, 5, 6)) + [floor(0.98)] + ears(1.21, 1.9)


def log_basket(logs=True):
    radius = lambda z: 1.75 + 0.18 * math.sin(min(1, z / 1.7) * 1.7)  # noqa: E731
    made = weave(circle_of(radius), 1.7, 56, 20, dark=(9, 10), thick=1.15) + [floor(1.75)] + ears(1.95, 1.7, 0.42, 0.4)
    return made + (_logs() if logs else [])


def _logs():
    bark, made, chance = matte('#4d3a2b', 0.35, 0.95, 12, 1.0), [], random.Random(3)
    places = [(-0.9, 0.3), (-0.3, 0.75), (0.4, 0.6), (0.95, 0.1), (0.3, -0.1), (-0.4, -0.1), (-0.8, -0.7), (0.1, -0.85), (0.8, -0.7)]
    for k, (x, y) in enumerate(places):
        r, h = chance.uniform(0.27, 0.37), chance.uniform(2.1, 2.6)
        side = lathe([(r, 0.1), (r, h)], bark, steps=60, wobble=0.05, seed=k)
        end = lathe([(r * 1.0, h), (r * 0.5, h + 0.005), (0, h + 0.006)], wood('beech', 2, 2.5, contrast=0.5), steps=60, wobble=0.05, seed=k)
        lean = (chance.uniform(-4, 4), chance.uniform(-4, 4), 40 * k)
        made += [put(part, x, y, 0, lean) for part in (side, end)]
    return made


def laundry_basket():
    radius = lambda z: 1.5 + 0.12 * math.sin(min(1, z / 4.4) * 2.4)  # noqa: E731
    made = weave(circle_of(radius), 4.4, 52, 46, dark=(36, 37, 38), thick=1.2) + [floor(1.5)]
    top = radius(4.4)
    lid = [lathe([(top + 0.08, 4.55), (top + 0.10, 4.62), (top + 0.05, 4.70), (0, 4.86)], willow(), wobble=0.002)]
    for k in range(14):
        r = (top + 0.06) * (1 - k / 14) + 0.04
        line = [(r * math.cos(a) * (1 + 0.006 * math.sin(a * 26 + k * math.pi)), r * math.sin(a), 4.70 + 0.012 * k + 0.02 * math.sin(a * 26 + k * math.pi)) for a in [2 * math.pi * i / 300 for i in range(300)]]
        lid.append(tube(line, 0.06, willow(), 8, closed=True))
    lid.append(tube(smooth_line([(-0.3, 0, 4.88), (-0.24, 0, 5.06), (0, 0, 5.14), (0.24, 0, 5.06), (0.3, 0, 4.88)]), 0.06, matte('leather', 0.2, 0.5), 12, up=(0, 1, 0)))
    return made + lid


def oval_at(wide, deep, flare, height):
    def at(a, z):
        grow = 1 + flare * (z / height) ** 0.8
        return wide * grow * math.cos(a), deep * grow * math.sin(a)

    return at


def flat_floor(wide, deep, z=0.04, colour='willow'):
    made = put(prism([(wide * math.cos(a), deep * math.sin(a)) for a in [2 * math.pi * i / 60 for i in range(60)]], 0.04, willow(colour), bevel=0.01), 0, 0, z)
    return [made]


def bread_basket():
    made = weave(oval_at(1.5, 0.92, 0.22, 0.62), 0.62, 40, 9) + flat_floor(1.5, 0.92)
    return group(made + _rolls(), turn=-20)


def _rolls():
    crust, made = matte('#b9803f', 0.25, 0.7, 8, 0.5, specks=0.3), []
    for k, (x, y, z, t) in enumerate(((-0.75, 0.1, 0.4, 10), (0.05, 0.25, 0.42, -20), (0.8, 0.05, 0.4, 30), (-0.3, -0.35, 0.46, 60), (0.45, -0.32, 0.48, -40))):
        bun = lathe([(0, -0.22), (0.3, -0.2), (0.46, -0.05), (0.46, 0.06), (0.36, 0.22), (0.16, 0.3), (0, 0.31)], crust, steps=80, wobble=0.03, seed=k)
        bun.modifiers.new('s', 'SUBSURF').render_levels = 1
        bun.scale = (1.15, 0.85, 0.85)
        made.append(put(bun, x, y, z, (0, 6 * k - 10, t)))
    return made


def bicycle_basket():
    made = weave(oval_at(1.5, 1.05, 0.16, 1.9), 1.9, 44, 24, dark=(18, 19)) + flat_floor(1.5, 1.05)
    leather = matte('leather', 0.2, 0.5)
    for x in (-0.55, 0.55):
        made.append(box((0.22, 0.05, 1.2), leather, x, -1.23, 1.45, (-4, 0, 0), bevel=0.02))
        made.append(box((0.30, 0.06, 0.24), matte('brass', 0.1, 0.35), x, -1.28, 1.15, bevel=0.02))
    return group(made, turn=-22)


def wall_basket():
    """Half a basket, flat at the back, on a peg."""
    def at(a, z):
        grow = 0.85 + 0.25 * math.sin(min(1.0, z / 2.0) * 1.7)
        return 1.25 * grow * math.cos(a), min(0.62 * grow * math.sin(a), 0.30)

    made = weave(at, 2.0, 40, 26, dark=(20, 21)) + flat_floor(1.05, 0.42)
    loop = smooth_line([(-0.5, 0.3, 1.9), (-0.42, 0.34, 2.7), (0, 0.36, 3.15), (0.42, 0.34, 2.7), (0.5, 0.3, 1.9)])
    made.append(tube(loop, 0.05, matte('leather', 0.2, 0.5), 10, up=(0, 1, 0)))
    made.append(tube([(0, 0.5, 3.05), (0, 0.12, 3.1)], 0.09, wood('oak', 1, 2), 24))
    return group(made, 0, 0, 1.2)


def plant_basket(colour='willow'):
    radius = lambda z: 1.15 + 0.25 * math.sin(z / 2.1 * 2.6)  # noqa: E731
    made = weave(circle_of(radius), 2.1, 46, 28, colour=colour, dark=tuple(range(0, 12)), dark_colour='#e2d6bf') + [floor(1.15)]
    made.append(lathe([(0, 1.86), (1.2, 1.86)], matte('#3a2b20', 0.4, 0.95, 20, 1.0)))
    return made + _fig(1.86)


def _fig(z):
    green, bark, chance, made = leaf('#5f7a52'), matte('#6b5843', 0.2, 0.85), random.Random(11), []
    for stem in range(3):
        a, lean = stem * 2.1 + 0.5, 0.16 + 0.06 * stem
        line = smooth_line([(lean * t * t * math.cos(a) * 3.0, lean * t * t * math.sin(a) * 3.0, z + (3.4 - 0.5 * stem) * t) for t in [k / 7 for k in range(8)]], 6)
        made.append(tube(line, lambda t: 0.055 * (1 - 0.6 * t), bark, 8))
        for i in range(8, len(line), 3):
            b = i * 2.4
            way = Vector((math.cos(b), math.sin(b), chance.uniform(0.1, 0.7))).normalized()
            size = chance.uniform(0.75, 1.1)
            made.append(leaf_blade(line[i], way, size, size * 0.36, green, chance))
    return made


def tray():
    made = weave(oval_at(1.9, 1.25, 0.05, 0.3), 0.3, 48, 4) + flat_floor(1.9, 1.25)
    for side in (-1, 1):
        line = smooth_line([(side * 1.95, -0.4, 0.25), (side * 2.1, -0.32, 0.5), (side * 2.14, 0, 0.58), (side * 2.1, 0.32, 0.5), (side * 1.95, 0.4, 0.25)])
        made.append(tube(line, 0.06, matte('leather', 0.2, 0.5), 12))
    return group(made, turn=-16)


def nest_of_three():
    made = []
    for size, x, y in ((1.25, -0.55, 0.75), (0.95, 1.35, 0.35), (0.68, 0.35, -0.85)):
        radius = lambda z, size=size: size * (0.9 + 0.16 * math.sin(min(1, z / size) * 1.8))  # noqa: E731
        count = 2 * round(18 * size)
        made += group(weave(circle_of(radius), size * 1.05, count, round(15 * size)) + [floor(size * 0.9)], x, y, 0, 20 * size)
    return made
