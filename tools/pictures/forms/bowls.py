"""Open vessels and plates."""

import math

from forms.cups import tide_mug
from materials.glaze import glaze
from materials.wood import wood
from studio.shapes import group, lathe, put, shell


def harbour_bowl(colour='sea', second=None, rim='#a5734c'):
    material = glaze(colour, second, speckle=0.35, rough=0.22, rim=rim)
    outer = [(0.40, 0), (0.41, 0.07), (0.55, 0.13), (0.85, 0.30), (1.05, 0.52), (1.16, 0.76)]
    return [lathe(shell(outer, 0.05, steps=12), material, seed=8, ridges=0.0015)]


def breakfast_bowl(colour='oat', second=None):
    material = glaze(colour, second, speckle=0.7, rough=0.3)
    outer = [(0.34, 0), (0.35, 0.05), (0.45, 0.10), (0.68, 0.32), (0.74, 0.55), (0.75, 0.72)]
    return [lathe(shell(outer, 0.05, steps=12), material, seed=5, ridges=0.0012)]


def ramen_bowl(colour='soot', second=None):
    material = glaze(colour, second, speckle=0.3, rough=0.26, dip='#ddd2bf', dip_at=0.8)
    outer = [(0.42, 0), (0.42, 0.12), (0.50, 0.16), (0.80, 0.36), (0.98, 0.62), (1.04, 0.88), (1.07, 0.94)]
    return [lathe(shell(outer, 0.055, steps=12), material, seed=14, ridges=0.0015)]


def plate(material, radius, z=0, turn=0, seed=1):
    r = radius
    outer = [(r * 0.62, 0), (r * 0.66, 0.035), (r * 0.80, 0.055), (r * 0.93, 0.09), (r, 0.19)]
    made = lathe(shell(outer, 0.05, steps=8), material, wobble=0.006, seed=seed, ridges=0.001)
    return put(made, 0.02 * math.sin(seed * 5), 0.02 * math.cos(seed * 3), z, (0, 0, turn))


def dinner_plates(colour='chalk', second=None):
    material = glaze(colour, second, speckle=0.8, rough=0.3, height=0.2, foot=False, rim='#a5734c')
    return [plate(material, 1.36, 0.115 * k, 70 * k, seed=k + 1) for k in range(4)]


def side_plates(colour='sage', second=None):
    material = glaze(colour, second, speckle=0.7, rough=0.3, height=0.2, foot=False, rim='#a5734c')
    return [plate(material, 0.95, 0.11 * k, 50 * k, seed=k + 11) for k in range(2)]


def breakfast_set():
    plate_glaze = glaze('chalk', speckle=0.8, rough=0.3, height=0.2, foot=False, rim='#a5734c')
    things = [put(plate(plate_glaze, 1.36), 0.35, 0.55, 0)]
    things += [put(breakfast_bowl('oat')[0], 0.55, 0.45, 0.09)]
    things += group(tide_mug('sea'), -1.15, -0.62, 0, 205)
    return things


def wooden_bowl(kind='walnut'):
    outer = [(0.44, 0), (0.46, 0.04), (0.72, 0.18), (1.0, 0.42), (1.1, 0.66)]
    return [lathe(shell(outer, 0.07, steps=12), wood(kind, axis=0, scale=0.9), wobble=0.001)]
