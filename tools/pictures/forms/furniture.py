"""Small furniture. One unit stays 10 cm, so these are large and the camera steps back."""

import math

from mathutils import Vector

from forms.cups import pilot_mug
from forms.vases import bud_vase
from materials.clear import metal
from materials.plain import paint
from materials.wood import wood
from studio.nodes import Nodes
from studio.shapes import UP, box, group, lathe, prism, put, ring, rounded, tube


def leg(top, foot, kind, thick=0.14):
    """A turned leg, a little fuller in its upper half; its grain runs along it."""
    a, b = Vector(top), Vector(foot)
    length = (a - b).length
    made = tube([(0, 0, -length * i / 12) for i in range(13)], lambda t: thick * (1 + 0.18 * math.sin(min(1, t * 1.3) * math.pi) - 0.36 * t), wood(kind, 2, 1.5), 20)
    made.location = a
    made.rotation_euler = (a - b).to_track_quat('Z', 'Y').to_euler()
    return made


def seat(radius, height, kind, thick=0.24):
    r, h, t = radius, height, thick
    outline = [(0, h - t), (r * 0.74, h - t + 0.01), (r * 0.93, h - t + 0.02), (r * 0.98, h - t * 0.8), (r, h - t * 0.6), (r, h - t * 0.3), (r * 0.98, h - t * 0.08), (r * 0.93, h), (r * 0.67, h - 0.025), (0, h - 0.05)]
    return lathe(outline, wood(kind, 0, 0.7), wobble=0)


def stool(kind, radius, height, spread, legs=(35, 155, 275), footring=None):
    made = [seat(radius, height, kind)]
    for angle in legs:
        way = Vector((math.cos(math.radians(angle)), math.sin(math.radians(angle)), 0))
        made.append(leg(way * radius * 0.55 + UP * (height - 0.14), way * spread, kind))
    if footring:
        made.append(tube(ring(*footring), 0.055, metal('#b28b4c', 0.3), 12, closed=True))
    return made


def bar_stool(kind='oak'):
    return stool(kind, 1.6, 6.5, 2.0, (40, 130, 220, 310), footring=(1.70, 2.4))


def low_stool(kind='oak'):
    return stool(kind, 1.5, 4.5, 1.45)


def milking_stool(kind='walnut'):
    return stool(kind, 1.45, 2.9, 1.55)


def bench(kind='oak'):
    board = put(prism(rounded(11.5, 3.0, 0.4), 0.36, wood(kind, 0, 1.5), bevel=0.1), 0, 0, 4.3)
    made = [board]
    for x in (-4.4, 4.4):
        for y in (-0.9, 0.9):
            made.append(leg((x, y, 4.2), (x * 1.12, y * 1.35, 0), kind, 0.2))
    made.append(tube([(-4.55, 0, 1.9), (4.55, 0, 1.9)], 0.11, wood(kind, 0, 1.5), 16))
    for x in (-4.62, 4.62):
        made.append(tube([(x, -1.05, 1.9), (x, 1.05, 1.9)], 0.11, wood(kind, 1, 1.5), 16))
    return made


def side_table(kind='oak', colour='soot'):
    top = lathe([(0, 4.7), (2.0, 4.7), (2.14, 4.74), (2.18, 4.8), (2.14, 4.88), (2.0, 4.9), (0, 4.9)], wood(kind, 0, 0.7), wobble=0)
    coat, made = paint(colour, 0.4), [top]
    for k in range(3):
        a = math.radians(30 + 120 * k)
        c, s = math.cos(a), math.sin(a)
        made.append(tube([(1.5 * c, 1.5 * s, 4.7), (1.2 * c, 1.2 * s, 2.4), (1.75 * c, 1.75 * s, 0)], 0.075, coat, 12))
    made.append(tube(ring(1.2, 2.4), 0.06, coat, 10, closed=True))
    return made


def step(kind='oak'):
    """Two treads between two cheeks."""
    made = []
    for x in (-1.9, 1.9):
        cheek = prism([(-1.9, 0), (1.7, 0), (1.7, 4.2), (-0.1, 4.2), (-0.1, 2.2), (-1.9, 2.2)], 0.22, wood(kind, 1, 1.5), bevel=0.05)
        made.append(put(cheek, x, 0, 0, (90, 0, 90)))
    made.append(box((4.2, 2.0, 0.24), wood(kind, 0, 1.5), 0, -0.95, 2.3, bevel=0.05))
    made.append(box((4.2, 2.0, 0.24), wood(kind, 0, 1.5), 0, 0.85, 4.3, bevel=0.05))
    made.append(box((3.6, 0.2, 0.5), wood(kind, 0, 1.5), 0, 1.4, 1.0, bevel=0.04))
    return group(made, turn=-24)


def wall_shelf(kind='oak'):
    """On the wall, with two brass brackets and what stands on it."""
    board = box((6.0, 1.5, 0.22), wood(kind, 0, 1.5), 0, 0, 3.0, bevel=0.03)
    brass, made = metal('brass', 0.3), [board]
    for x in (-2.2, 2.2):
        made.append(box((0.14, 1.2, 0.06), brass, x, 0.1, 2.86, bevel=0.02))
        made.append(box((0.14, 0.06, 1.0), brass, x, 0.70, 2.4, bevel=0.02))
    made += group(pilot_mug('harbour'), -1.3, -0.1, 3.11, -20)
    made += group(bud_vase('clay'), 1.0, 0.05, 3.11)
    return made


def peg_rail(kind='oak'):
    made = [box((7.0, 0.24, 0.9), wood(kind, 0, 1.5), 0, 0.5, 3.0, bevel=0.06)]
    for k in range(5):
        x = (k - 2) * 1.4
        outline = [(0, 0), (0.13, 0), (0.12, 0.3), (0.09, 0.55), (0.14, 0.72), (0.2, 0.80), (0.19, 0.88), (0, 0.92)]
        made.append(put(lathe(outline, wood(kind, 2, 2), wobble=0), x, 0.4, 2.95, (78, 0, 0)))
    return made


def silvered():
    n = Nodes('mirror')
    return n.done(n.principled(color=(0.86, 0.87, 0.86, 1), metal=1.0, rough=0.03))


def mirror(kind='oak'):
    """Round, leaning on the wall, in a turned frame."""
    frame = lathe([(2.2, 0.0), (2.2, 0.16), (2.26, 0.22), (2.42, 0.22), (2.5, 0.16), (2.5, 0.0)], wood(kind, 0, 0.8), wobble=0)
    glass = lathe([(0, 0.1), (2.22, 0.1)], silvered(), wobble=0)
    return [put(part, 0, 0.62, 2.5, (84, 0, 0)) for part in (frame, glass)]


def coat_stand(kind='oak'):
    made = [tube([(0, 0, 0.3), (0, 0, 17.2)], lambda t: 0.26 - 0.06 * t, wood(kind, 2, 0.6), 20)]
    for k in range(3):
        a = math.radians(30 + 120 * k)
        c, s = math.cos(a), math.sin(a)
        made.append(tube([(0.15 * c, 0.15 * s, 2.6), (2.6 * c, 2.6 * s, 0)], 0.17, wood(kind, 2, 0.8), 14))
    for k in range(6):
        a, z = math.radians(60 * k + 10), 16.6 - 1.1 * (k % 2)
        made.append(tube([(0.1 * math.cos(a), 0.1 * math.sin(a), z), (1.3 * math.cos(a), 1.3 * math.sin(a), z + 0.9)], 0.13, wood(kind, 2, 1), 14))
    return made
