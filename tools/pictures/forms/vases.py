"""Vases, the branches in them, and the teapot."""

import math
import random

from mathutils import Vector

from materials.cloth import leaf
from materials.glaze import glaze
from materials.plain import matte
from studio.shapes import lathe, mesh, profile, put, shell, smooth_line, tube


def bottle_vase(colour='#b9b7a6', second='#d8d2c0', dip=None, stem=True):
    material = glaze(colour, second, speckle=0.3, rough=0.42, rim='#7d5a41', dip=dip, dip_at=0.52)
    outer = [(0.42, 0), (0.60, 0.12), (0.88, 0.55), (0.93, 1.0), (0.70, 1.45), (0.34, 1.72), (0.27, 1.92), (0.29, 2.12), (0.36, 2.24)]
    vase = lathe(shell(outer, 0.055, steps=12), material, wobble=0.008, seed=5, ridges=0.003)
    return [vase, *(branch(0.3, 3.1) if stem else [])]


def moon_vase(colour='chalk', second=None):
    material = glaze(colour, second, speckle=0.5, rough=0.5, rim='#7d5a41')
    outer = [(0.50, 0), (0.54, 0.05), (0.86, 0.42), (1.04, 0.90), (1.065, 1.0), (1.04, 1.1), (0.86, 1.58), (0.50, 1.92), (0.44, 1.98), (0.45, 2.10)]
    return [lathe(shell(outer, 0.06, steps=12), material, wobble=0.012, seed=17, ridges=0.0015)]


def bud_vase(colour='clay', second=None):
    material = glaze(colour, second, speckle=0.4, rough=0.45, rim='#7d5a41')
    outer = [(0.26, 0), (0.34, 0.06), (0.42, 0.32), (0.30, 0.66), (0.12, 0.86), (0.10, 1.2), (0.13, 1.34)]
    return [lathe(shell(outer, 0.035, steps=12), material, wobble=0.008, seed=21, ridges=0.003), *branch(0.3, 1.6, seed=5, stems=1)]


def branch(foot, height, seed=2, stems=3, colour='leaf'):
    """Curved stems with pairs of cupped leaves, out of a vase at the origin."""
    chance = random.Random(seed)
    bark, green, made = matte('#5d4a38', 0.2, 0.8), leaf(colour), []
    for stem in range(stems):
        angle = math.pi * 0.95 if stem == 1 else chance.uniform(0, 6.28) if stem else 0.3
        lean = 0.10 + 0.2 * chance.random()
        line = []
        for i in range(9):
            t = i / 8
            reach = lean * t**1.6 * height
            x = math.cos(angle) * reach + 0.05 * math.sin(5 * t + stem)
            y = math.sin(angle) * reach * 0.5 + 0.04 * math.cos(4 * t + stem)
            line.append((x, y, foot + height * t * (1 - 0.16 * stem)))
        path = smooth_line(line, 5)
        made.append(tube(path, lambda t: 0.024 * (1 - 0.7 * t), bark, 6))
        for i in range(20, len(path) - 1, 2):
            along = (path[i + 1] - path[i]).normalized()
            for side in (-1, 1):
                if chance.random() < 0.12:
                    continue
                out = along.cross(Vector((0, 1, 0))).normalized() * side
                length = chance.uniform(0.26, 0.42) * (1.25 - i / len(path) * 0.6)
                way = (out * 0.9 + along * 0.75 + Vector((0, chance.uniform(-0.6, 0.6), 0))).normalized()
                made.append(leaf_blade(path[i], way, length, length * 0.3, green, chance))
    return made


def leaf_blade(at, way, length, width, material, chance):
    points, faces, steps = [], [], 7
    up = way.cross(Vector((chance.uniform(-1, 1), chance.uniform(-1, 1), 0.4))).normalized()
    side, curl = up.cross(way).normalized(), chance.uniform(0.05, 0.4)
    for i in range(steps + 1):
        t = i / steps
        half = width * math.sin(math.pi * min(1, t * 0.97 + 0.02)) ** 0.8
        middle = at + way * (length * t) - up * (curl * length * t * t)
        points += [middle - side * half + up * half * 0.35, middle, middle + side * half + up * half * 0.35]
    for i in range(steps):
        a = i * 3
        faces += [(a, a + 3, a + 4, a + 1), (a + 1, a + 4, a + 5, a + 2)]
    return mesh('leaf', points, faces, material)


def teapot(colour='soot', second=None):
    material = glaze(colour, second, speckle=0.3, rough=0.3, height=1.25, rim=None)
    body = lathe(
        shell([(0.50, 0), (0.56, 0.05), (0.86, 0.34), (0.92, 0.60), (0.78, 0.92), (0.46, 1.08), (0.40, 1.10)], 0.05, steps=12),
        material, seed=7, ridges=0.001,
    )  # fmt: skip
    outline = profile([(0.43, 1.09), (0.42, 1.13), (0.34, 1.18), (0.14, 1.235), (0.06, 1.26), (0.07, 1.31), (0.12, 1.37), (0.10, 1.44), (0.03, 1.47)], 8)
    lid = lathe([(0, 1.07), (0.40, 1.07), *outline, (0, 1.472)], material, wobble=0.002)
    spout_line = smooth_line([(0.70, 0, 0.42), (0.95, 0, 0.56), (1.14, 0, 0.80), (1.28, 0, 1.05), (1.40, 0, 1.14)])
    spout = tube(spout_line, lambda t: 0.20 - 0.145 * t**0.6, material, 20, up=(0, 1, 0))
    handle_line = smooth_line([(-0.74, 0, 0.90), (-1.0, 0, 1.05), (-1.28, 0, 0.95), (-1.36, 0, 0.66), (-1.18, 0, 0.38), (-0.82, 0, 0.30)])
    handle = tube(handle_line, lambda t: 0.062 + 0.02 * abs(2 * t - 1) ** 2, material, 16, 1.4, up=(0, 1, 0))
    return [put(part, turn=(0, 0, 12)) for part in (body, lid, spout, handle)]


def pencil_pot(colour='chalk', second=None):
    from forms.paper import pencil

    material = glaze(colour, second, speckle=0.9, rough=0.35)
    pot = lathe(shell([(0.38, 0), (0.41, 0.03), (0.42, 0.1), (0.42, 0.5), (0.42, 0.98)], 0.05), material, seed=4)
    chance = random.Random(6)
    made = [pot]
    for k, tint in enumerate(('harbour', 'clay', 'sand', 'sea', 'rust')):
        angle = 2 * math.pi * k / 5 + 0.4
        lean = chance.uniform(17, 24)
        foot = (-0.1 * math.cos(angle), -0.1 * math.sin(angle), 0.08)
        made += pencil(tint, foot, turn=(lean * math.sin(-angle), lean * math.cos(angle), 20 * k), length=1.6)
    return made
