"""Mugs and cups: a thrown shell, and a handle that ends inside its wall."""

import math

from materials.glaze import glaze
from materials.plain import enamel
from studio.shapes import group, lathe, shell, smooth_line, tube

HANDLE_TURN = -38


def cup(material, outer, wall, handle, thick=0.05, wobble=0.007, seed=3, flat=1.55):
    body = lathe(shell(outer, wall), material, wobble=wobble, seed=seed)
    path = smooth_line([(x, 0, z) for x, z in handle])
    loop = tube(path, lambda t: thick * (0.92 + 0.3 * abs(2 * t - 1) ** 2.5), material, 16, flat, up=(0, 1, 0))
    for part in (body, loop):
        part.rotation_euler = (0, 0, math.radians(HANDLE_TURN))
    return [body, loop]


def tide_mug(dip='sea', colour='#e9e2d3'):
    material = glaze(colour, speckle=0.9, rough=0.28, dip=dip, dip_at=0.55, height=0.965)
    outer = [(0.36, 0), (0.40, 0.03), (0.425, 0.10), (0.43, 0.45), (0.425, 0.80), (0.435, 0.95)]
    handle = [(0.40, 0.78), (0.56, 0.83), (0.70, 0.74), (0.735, 0.52), (0.66, 0.32), (0.52, 0.235), (0.40, 0.25)]
    return cup(material, outer, 0.05, handle)


def pilot_mug(colour='chalk', second=None):
    material = glaze(colour, second, speckle=0.35, rough=0.34, height=0.8)
    outer = [(0.44, 0), (0.475, 0.03), (0.485, 0.10), (0.48, 0.45), (0.475, 0.80)]
    handle = [(0.45, 0.66), (0.60, 0.70), (0.72, 0.62), (0.745, 0.43), (0.68, 0.25), (0.56, 0.18), (0.45, 0.19)]
    return cup(material, outer, 0.05, handle, seed=6)


def espresso_cup(colour='chalk', second=None):
    material = glaze(colour, second, speckle=0.5, rough=0.26, height=0.6)
    outer = [(0.20, 0), (0.23, 0.02), (0.30, 0.10), (0.345, 0.28), (0.35, 0.48), (0.36, 0.60)]
    handle = [(0.32, 0.46), (0.42, 0.50), (0.51, 0.44), (0.52, 0.33), (0.45, 0.24), (0.33, 0.21)]
    both = []
    for seed, x, y, turn in ((4, -0.52, 0.30, 14), (9, 0.40, -0.28, -6)):
        pair = cup(material, outer, 0.05, handle, thick=0.036, seed=seed)
        both += group(pair, x, y, 0, turn)
    return both


def enamel_mug(colour='harbour'):
    material = enamel(colour, '#23282a', 0.82)
    outer = [(0.40, 0), (0.42, 0.015), (0.43, 0.06), (0.435, 0.4), (0.44, 0.8), (0.455, 0.82)]
    handle = [(0.42, 0.70), (0.55, 0.74), (0.68, 0.70), (0.72, 0.52), (0.69, 0.34), (0.56, 0.22), (0.42, 0.18)]
    return cup(material, outer, 0.022, handle, thick=0.038, wobble=0.001, flat=1.8)


def tea_bowl(colour='sage', second=None):
    material = glaze(colour, second, speckle=0.6, rough=0.3, dip='#e9e2d3', dip_at=0.72, height=0.62)
    outer = [(0.27, 0), (0.28, 0.05), (0.36, 0.10), (0.52, 0.26), (0.56, 0.46), (0.55, 0.62)]
    return [lathe(shell(outer, 0.05), material, wobble=0.012, seed=12, ridges=0.003)]
