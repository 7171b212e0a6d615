"""Books, pencils, cards and what lies on a desk."""

import math

from materials.clear import metal
from materials.cloth import pages, woven
from materials.plain import matte, paint, printed
from materials.wood import wood
from studio.shapes import box, group, lathe, prism, put, rounded, sheet, smooth_line, tube


def pencil(colour, at=(0, 0, 0), turn=(0, 0, 0), length=1.75, radius=0.036):
    """Upright, its point up, turned about its foot."""
    body = tube([(0, 0, 0), (0, 0, length - 0.2)], radius, paint(colour, 0.3), 6)
    cone = tube([(0, 0, length - 0.2), (0, 0, length - 0.05)], lambda t: radius * (0.97 - 0.72 * t), wood('beech', 2, 3), 18)
    lead = tube([(0, 0, length - 0.055), (0, 0, length)], lambda t: radius * (0.28 - 0.24 * t), matte('#2c2a28', 0.1, 0.5), 12)
    for part in (body, cone, lead):
        put(part, *at, turn)
    return [body, cone, lead]


def book(cover, size=(1.5, 2.1, 0.22), corner=0.09, elastic=True, spine=None):
    """Lying, its spine at the left: two boards, a block of pages, a spine, perhaps an elastic."""
    w, d, h = size
    made = [
        put(prism(rounded(w, d, corner), 0.035, cover, bevel=0.012), 0, 0, 0.0175),
        put(prism(rounded(w, d, corner), 0.035, cover, bevel=0.012), 0, 0, h - 0.0175),
        box((w - 0.07, d - 0.08, h - 0.06), pages(), 0.015, 0, h / 2, bevel=0.008),
        box((0.05, d - 0.004, h), spine or cover, -w / 2 + 0.022, 0, h / 2, bevel=0.02),
    ]
    if elastic:
        made.append(box((0.05, d + 0.012, h + 0.012), matte('#2b2b28', 0.1, 0.7, 80, 0.4), w / 2 - 0.24, 0, h / 2, bevel=0.02))
    return made


def cloth(colour):
    return woven(colour, threads=(160, 160), slub=0.35, bump=0.3, sheen=0.2)


def linen_notebook(colour='harbour', under='#c08a63'):
    made = group(book(cloth(under)), turn=-24) + group(book(cloth(colour), (1.5, 2.1, 0.2)), 0.03, 0.02, 0.22, -15)
    return made + group(pencil('#2f3a39', (0, 0, 0), (-90, 0, 0), 1.7), -0.37, -0.67, 0.455, -38)


def pocket_notebooks():
    made = []
    for k, (colour, turn) in enumerate((('rust', -32), ('oat', -22), ('sea', -13))):
        cover = matte(colour, 0.05, 0.75, 60, 0.15)
        made += group(book(cover, (1.05, 1.48, 0.07), 0.05, elastic=False), 0.02 * k, 0.02 * k, 0.072 * k, turn)
    label = put(sheet(0.42, 0.26, matte('paper', 0.02, 0.8)), 0.04, 0.24, 0.2165, (-90, 0, -13))
    return [*made, label]


def logbook():
    """Thick, in two cloths, with a ribbon."""
    body = book(cloth('#c9bda6'), (1.6, 2.2, 0.42), 0.06, elastic=False, spine=cloth('harbour'))
    body.append(box((0.32, 2.206, 0.426), cloth('harbour'), -0.66, 0, 0.21, bevel=0.02))
    body.append(put(sheet(0.62, 0.36, matte('paper', 0.02, 0.8)), 0.16, 0.38, 0.424, (-90, 0, 0)))
    for k in range(2):
        body.append(box((0.36 - 0.1 * k, 0.022, 0.003), matte('#3b4140'), 0.16, 0.60 - 0.09 * k, 0.426, bevel=0))
    ribbon = smooth_line([(0.3, -1.0, 0.2), (0.31, -1.12, 0.19), (0.34, -1.22, 0.08), (0.42, -1.36, 0.02), (0.5, -1.5, 0.015)])
    body.append(tube(ribbon, 0.008, paint('rust', 0.5), 8, flat=5))
    return group(body, turn=-20)


def sketchbook():
    board = matte('#8f8f88', 0.06, 0.85, 70, 0.25)
    made = [box((1.72, 2.26, 0.04), board, 0, 0, z, bevel=0.012) for z in (0.02, 0.18)]
    made.append(box((1.66, 2.2, 0.12), pages(), 0.01, 0, 0.1, bevel=0.006))
    wire = metal('#55544f', 0.3)
    for k in range(34):
        y = -1.06 + 2.12 * k / 33
        loop = [(-0.83 + 0.115 * math.cos(a), y + 0.012 * math.sin(a), 0.1 + 0.135 * math.sin(a)) for a in [2 * math.pi * i / 28 for i in range(28)]]
        made.append(tube(loop, 0.010, wire, 6, closed=True, up=(0, 1, 0)))
    made = group(made, turn=-20)
    return made + group(pencil('rust', (0, 0, 0), (-90, 0, 0), 1.75), 1.02, -0.62, 0.036, -12)


def pencils():
    """Six side by side, on a slant."""
    made = []
    for k, colour in enumerate(('harbour', 'clay', 'sand', 'sea', 'rust', 'soot')):
        made += group(pencil(colour, (0, 0, 0), (-90, 0, 0), 1.75), 0.17 * k - 0.42, -0.85 + (0.05, -0.03, 0.06, 0.0, -0.05, 0.03)[k], 0.036, (2, -1, 1, -2, 1, 3)[k])
    return group(made, turn=-28)


def card_set():
    """One card stands half open; envelopes lie before it."""
    paper = matte('paper', 0.02, 0.8, 60, 0.1)
    front = group([put(sheet(1.15, 1.6, printed('print-low-tide-1', 0.8, grain=60)), 0.575, -0.012, 0), put(box((1.15, 0.02, 1.6), paper, bevel=0.004), 0.575, 0, 0.8)], -0.6, 0.1, 0, -16)
    back = group([put(box((1.15, 0.02, 1.6), paper, bevel=0.004), 0.575, 0, 0.8)], -0.6, 0.1, 0, 34)
    made = front + back
    for k, (x, y, turn) in enumerate(((0.42, -0.62, -12), (0.52, -0.56, -3), (0.60, -0.66, 9))):
        body = [put(prism(rounded(1.6, 1.12, 0.02), 0.02, paper, bevel=0.004), 0, 0, 0.01)]
        flap = prism([(-0.8, 0.56), (0.8, 0.56), (0.12, -0.02), (-0.12, -0.02)], 0.012, matte(('sea', 'clay', 'sage')[k], 0.04, 0.8, 60, 0.1), bevel=0.003)
        body.append(put(flap, 0, 0, 0.027))
        made += group(body, x, y, 0.034 * k, turn)
    return made


def brass_ruler():
    """On a block of paper, so that it has something to measure."""
    pad = [put(prism(rounded(2.1, 1.5, 0.03), 0.14, matte('paper', 0.03, 0.85, 60, 0.1), bevel=0.01), 0, 0.1, 0.07)]
    rule = [box((2.5, 0.26, 0.03), metal('brass', 0.32), bevel=0.006)]
    rule.append(put(sheet(2.48, 0.24, printed('ruler', 0.35, metallic=1.0)), 0, -0.12, 0.0157, (-90, 0, 0)))
    rule = group(rule, 0.0, -0.15, 0.157, 18)
    lead = group(pencil('harbour', (0, 0, 0), (-90, 0, 0), 1.6), -0.55, 0.30, 0.176, -72)
    return group(pad + rule + lead, turn=-10)


def letter_tray(kind='oak'):
    t, w, d, h = 0.07, 2.5, 3.3, 0.5
    grain = lambda axis: wood(kind, axis, 1.5)  # noqa: E731
    made = [box((w, d, t), grain(1), 0, 0, t / 2, bevel=0.012)]
    made += [box((t, d, h), grain(1), side * (w - t) / 2, 0, h / 2, bevel=0.015) for side in (-1, 1)]
    made.append(box((w, t, h), grain(0), 0, (d - t) / 2, h / 2, bevel=0.015))
    made.append(box((w, t, 0.2), grain(0), 0, -(d - t) / 2, 0.1, bevel=0.015))
    for k in range(3):
        made.append(put(prism(rounded(2.0, 2.85, 0.01), 0.03, matte(('paper', '#e9dfcc', 'paper')[k], 0.02, 0.85), bevel=0.004), 0.03 * k - 0.03, -0.06, t + 0.02 + 0.032 * k, (0, 0, (1.5, -2, 0.8)[k])))
    return group(made, turn=-24)


def wrapping_paper(colour='sea'):
    """Three rolls, one leaning on two."""
    made = []
    for k, (tint, x, z) in enumerate(((colour, -0.3, 0.27), ('clay', 0.28, 0.27), ('oat', 0.0, 0.74))):
        outline = [(0.21, 0), (0.27, 0), (0.27, 4.0), (0.21, 4.0), (0.21, 0)]
        made.append(put(lathe(outline, matte(tint, 0.05, 0.6, 40, 0.1), wobble=0.004, seed=k), x, 2.0, z, (90, 0, 0)))
        band = [(0.272, 1.7), (0.276, 1.7), (0.276, 2.3), (0.272, 2.3)]
        made.append(put(lathe(band, matte('paper', 0.03, 0.8), wobble=0.004, seed=k), x, 2.0, z, (90, 0, 0)))
    return group(made, turn=-34)
