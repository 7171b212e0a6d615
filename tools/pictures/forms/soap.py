"""Soaps, their dish, a bottle, a balm, a brush."""

import random

from forms.tea import tin
from materials.clear import glass, wax
from materials.glaze import glaze
from materials.plain import matte, paint, printed
from materials.wood import wood
from studio.shapes import box, group, lathe, prism, profile, put, rounded, shell, smooth_line, tube

KINDS = {
    'sea-fennel': ('#a9b39a', 0.7, '#3c4636'),
    'oat-milk': ('#e5d9c3', 0.5, '#9c8562'),
    'charcoal': ('#3c4042', 0.4, '#14181a'),
    'clay-rose': ('#c99a8a', 0.4, '#8d5348'),
    'pine-tar': ('#7a5f45', 0.6, '#3a2a1c'),
}


def bar(kind, x=0, y=0, z=0.17, turn=0, band=True):
    colour, specks, speck = KINDS[kind]
    made = [box((0.95, 0.65, 0.34), wax(colour, 0.48, 0.12, specks, speck), x, y, z, (0, 0, turn), bevel=0.07, segments=6)]
    if band:
        made.append(box((0.56, 0.668, 0.358), printed(f'band-{kind}', 0.8, grain=60, by='Generated'), x, y, z, (0, 0, turn), bevel=0.064, segments=5))
    return made


def soap(kind='sea-fennel'):
    """One in its band on one without."""
    return bar(kind, -0.03, 0.05, 0.17, 14, band=False) + bar(kind, 0.05, -0.02, 0.512, -12)


def dish(material):
    made = lathe(shell([(0.5, 0), (0.7, 0.03), (0.95, 0.10), (1.06, 0.2)], 0.05, steps=8), material, wobble=0.01, seed=2)
    made.scale = (1, 0.78, 1)
    return made


def soap_dish(colour='chalk', second=None):
    return [dish(glaze(colour, second, speckle=0.8, rough=0.35)), *bar('oat-milk', 0, 0, 0.26, 16, band=False)]


def gift_set():
    """Three in a low box."""
    card, w, d, h, t = matte('#b99f7c', 0.06, 0.85, 40, 0.1), 2.3, 1.15, 0.40, 0.045
    made = [box((w, d, t), card, z=t / 2, bevel=0.01)]
    for side in (-1, 1):
        made.append(box((w, t, h), card, y=side * (d - t) / 2, z=h / 2, bevel=0.01))
        made.append(box((t, d, h), card, x=side * (w - t) / 2, z=h / 2, bevel=0.01))
    for k, kind in enumerate(('sea-fennel', 'clay-rose', 'oat-milk')):
        made += bar(kind, (k - 1) * 0.71, 0, t + 0.17, 90)
    return group(made, turn=-20)


def hand_wash():
    bottle = profile([(0.40, 0.03), (0.43, 0.08), (0.43, 1.25), (0.36, 1.42), (0.16, 1.52), (0.15, 1.62)], 10)
    body = put(lathe([(0, 0), (0.38, 0), *bottle, (0, 1.62)], glass('#a8673a'), wobble=0), turn=(0, 0, 0))
    label = [(0.43, 0.29), (0.446, 0.30), (0.447, 1.08), (0.43, 1.09)]
    paper = put(lathe(label, printed('bottle-hand-wash', 0.7), wobble=0, span=(0.3, 1.08)), turn=(0, 0, -162))
    black = paint('#26282a', 0.35)
    pump = lathe([(0, 1.6), (0.17, 1.6), (0.18, 1.62), (0.18, 1.76), (0.16, 1.78), (0.05, 1.80), (0.045, 2.02), (0.13, 2.04), (0.14, 2.10), (0.12, 2.13), (0, 2.13)], black, wobble=0)
    nozzle = tube(smooth_line([(0, 0, 2.09), (0.3, -0.1, 2.10), (0.48, -0.16, 2.05), (0.52, -0.175, 1.98)]), lambda t: 0.055 - 0.02 * t, black, 12)
    return [body, paper, pump, nozzle]


def balm():
    return tin('tin-balm', '#c9c2b4', radius=0.46, height=0.42, cap=0.12)


def nail_brush(kind='beech'):
    back = put(prism(rounded(1.25, 0.48, 0.23, 10), 0.22, wood(kind, 0, 1.6), bevel=0.07), 0, 0, 0.40)
    bristle, made, chance = matte('#e4d5b4', 0.15, 0.8), [back], random.Random(2)
    for i in range(15):
        for j in range(5):
            x, y = (i - 7) * 0.076, (j - 2) * 0.082
            if abs(x) > 0.50 and abs(y) > 0.12:
                continue
            for _ in range(7):
                dx, dy = chance.uniform(-0.024, 0.024), chance.uniform(-0.024, 0.024)
                made.append(tube([(x + dx * 0.5, y + dy * 0.5, 0.32), (x + dx, y + dy, 0.0)], 0.008, bristle, 5))
    loop = tube(smooth_line([(0.6, 0, 0.40), (0.82, 0.04, 0.38), (0.9, 0.14, 0.2), (0.8, 0.2, 0.03), (0.62, 0.1, 0.38)]), 0.02, matte('leather'), 8)
    return group([*made, loop], turn=-26)
