"""Boards, spoons, mills and pots of the kitchen."""

import math

import bpy
from mathutils import Vector

from materials.clear import metal
from materials.glaze import glaze
from materials.plain import matte
from materials.wood import wood
from studio.shapes import circle, group, lathe, prism, profile, put, rest, rounded, shell, smooth_line, tube


def leaning(board, hole, y=0.6, lean=9, turn=-6):
    """Against a wall, a leather loop through its hole."""
    put(board, 0, y, 0, (90 - lean, 0, turn))
    rest(board)
    loop = [(0, -0.1, 0), (0.10, -0.14, 0.25), (0.03, -0.12, 0.42), (-0.10, -0.1, 0.24), (0, -0.02, 0)]
    bpy.context.view_layer.update()
    strap = tube(smooth_line(loop), 0.022, matte('leather'), 8)
    strap.location = board.matrix_world @ Vector(hole)
    return [board, strap]


def cutting_board(kind='oak'):
    w, h = 2.3, 3.4
    edge = rounded(w, h, 0.32, 10)
    neck = [(0.42, h / 2), (0.36, h / 2 + 0.18), (0.33, h / 2 + 0.6)]
    head = [(0.33 * math.cos(a), h / 2 + 0.75 + 0.33 * math.sin(a)) for a in [math.pi * i / 12 for i in range(1, 12)]]
    outline = [*edge[:11], *neck, *head, *[(-x, y) for x, y in reversed(neck)], *edge[11:]]
    board = prism(outline, 0.2, wood(kind, 1, 0.9, rings=1.3), bevel=0.045, holes=[circle(0, h / 2 + 0.76, 0.12)])
    return leaning(board, (0, h / 2 + 0.86, 0))


def round_board(kind='oak'):
    neck = [(0.35, 1.42), (0.28, 1.62), (0.26, 2.0)]
    body = [(1.45 * math.cos(a), 1.45 * math.sin(a)) for a in [math.radians(76 - i * 332 / 80) for i in range(81)]]
    head = [(0.26 * math.cos(a), 2.1 + 0.26 * math.sin(a)) for a in [math.pi * i / 12 for i in range(13)]]
    outline = [*body, *[(-x, y) for x, y in neck], *reversed(head), *reversed(neck)]
    board = prism(list(reversed(outline)), 0.2, wood(kind, 1, 0.9, rings=1.3), bevel=0.045, holes=[circle(0, 2.1, 0.1)])
    return leaning(board, (0, 2.2, 0))


def bread_board(kind='oak'):
    """Lying, grooved for crumbs, with a loaf's worth of room."""
    board = put(prism(rounded(3.6, 2.0, 0.16, 8), 0.24, wood(kind, 0, 1.2), bevel=0.05), 0, 0, 0.12)
    groove = [(x, y, 0.242) for x, y in rounded(3.2, 1.6, 0.12, 8)]
    return group([board, tube(groove, 0.02, matte('#8a6440', 0.1, 0.8), 8, closed=True)], turn=-24)


def spoon(kind, head, handle=2.2):
    """A flat outline with a swelling handle; `head` gives half its width along 0 to 1."""
    right = [(0.075 + 0.02 * math.sin(math.pi * k / 20), k / 20 * handle) for k in range(21)]
    right[0] = (0.05, 0)
    right += [(head(k / 16), handle + 0.75 * k / 16) for k in range(1, 17)]
    outline = right + [(-x, y) for x, y in reversed(right)]
    return prism(outline, 0.11, wood(kind, 1, 1.6), bevel=0.045)


def oval(t):
    return max(0.02, 0.30 * math.sin(math.pi * min(1, 0.12 + 0.88 * t)) ** 0.62)


def blade(t):
    return 0.10 + 0.18 * min(1, t * 2.2) - (0.06 * max(0, t - 0.92) / 0.08)


def slanted(t):
    return 0.10 + 0.17 * min(1, t * 1.8)


def wooden_spoons():
    made = []
    for x, turn, head, kind in ((-0.5, -9, oval, 'beech'), (0, 0, blade, 'oak'), (0.5, 9, slanted, 'beech')):
        thing = put(spoon(kind, head), x, 0.62, 0, (82, 0, 0))
        rest(thing)
        thing.rotation_euler[1] = math.radians(turn)
        made.append(rest(thing))
    return made


def spatula(kind='walnut'):
    thing = put(spoon(kind, blade, 2.4), 0, 0, 0, (0, 0, -38))
    return [rest(thing)]


def rolling_pin(kind='beech'):
    outline = profile([(0.0, -2.1), (0.10, -2.08), (0.14, -1.9), (0.22, -1.2), (0.26, -0.4), (0.265, 0), (0.26, 0.4), (0.22, 1.2), (0.14, 1.9), (0.10, 2.08), (0.0, 2.1)], 8)
    pin = lathe([(max(0.0, r), z) for r, z in outline], wood(kind, 2, 1.2), wobble=0)
    put(pin, 0, 0, 0.265, (90, 0, -62))
    return [pin]


def mortar(colour='#cfc8bb'):
    stone = matte(colour, 0.14, 0.6, 30, 0.3, specks=0.7)
    bowl = lathe(shell([(0.44, 0), (0.48, 0.04), (0.50, 0.12), (0.62, 0.34), (0.70, 0.62), (0.72, 0.86)], 0.10, steps=10), stone, wobble=0.004)
    line = profile([(0.0, 0.0), (0.12, 0.02), (0.16, 0.12), (0.11, 0.34), (0.085, 0.8), (0.10, 1.18), (0.07, 1.28), (0.0, 1.3)], 8)
    pestle = put(lathe([(max(0.0, r), z) for r, z in line], wood('beech', 2, 1.5), wobble=0), -0.12, -0.05, 0.2, (16, 34, 0))
    return [bowl, pestle]


def salt_pig(colour='chalk', second=None):
    """A round pot whose mouth looks at the cook; salt inside."""
    material = glaze(colour, second, speckle=0.8, rough=0.35, rim=None, height=1.25)
    outer = profile([(0.50, 0.0), (0.56, 0.04), (0.70, 0.35), (0.68, 0.72), (0.48, 1.08), (0.16, 1.24), (0.0, 1.25)], 12)
    body = lathe([(0, 0.0), *[(max(0.0, r), z) for r, z in outer]], material, steps=120, wobble=0.006, seed=3)
    body.modifiers.new('wall', 'SOLIDIFY').thickness = 0.06
    cutter = lathe([(0, -1), (0.36, -1), (0.36, 1), (0, 1)], material, wobble=0)
    put(cutter, 0.12, -0.72, 0.80, (68, 0, 10))
    cutter.hide_render = True
    cut = body.modifiers.new('mouth', 'BOOLEAN')
    cut.operation, cut.object, cut.solver = 'DIFFERENCE', cutter, 'EXACT'
    lip = tube(_mouth(), 0.045, material, 12, closed=True)
    salt = lathe([(0, 0.1), (0.56, 0.1), (0.60, 0.34), (0.3, 0.42), (0, 0.45)], matte('#f6f3ec', 0.04, 0.8, 80, 1.0), wobble=0.01)
    return [body, lip, salt]


def _mouth():
    """Where the cutter's tube meets the pot, about."""
    turn, tilt = math.radians(10), math.radians(68)
    axis = Vector((math.sin(tilt) * math.sin(turn), -math.sin(tilt) * math.cos(turn), math.cos(tilt)))
    u = axis.cross(Vector((0, 0, 1))).normalized()
    v = u.cross(axis)
    at = Vector((0.12, -0.72, 0.80))
    line = []
    for k in range(80):
        a = 2 * math.pi * k / 80
        start = at + u * 0.37 * math.cos(a) + v * 0.37 * math.sin(a) + axis * 0.6
        step, here = -axis * 0.01, start
        for _ in range(140):
            if _inside(here):
                break
            here = here + step
        line.append(here)
    return line


def _inside(p):
    radius = math.hypot(p.x, p.y)
    heights = [(0.0, 0.50), (0.04, 0.56), (0.35, 0.70), (0.72, 0.68), (1.08, 0.48), (1.24, 0.16), (1.25, 0.0)]
    for (z0, r0), (z1, r1) in zip(heights, heights[1:]):
        if z0 <= p.z <= z1:
            return radius <= r0 + (r1 - r0) * (p.z - z0) / (z1 - z0) + 0.015
    return False


def pepper_mill(kind='oak'):
    grain = wood(kind, 2, 1.2)
    foot = profile([(0.34, 0.03), (0.36, 0.10), (0.30, 0.34), (0.22, 0.72), (0.25, 1.1), (0.29, 1.28)], 10)
    body = lathe([(0, 0), (0.32, 0), *foot, (0.27, 1.3), (0, 1.3)], grain, wobble=0)
    head = profile([(0.27, 1.33), (0.30, 1.42), (0.22, 1.56), (0.27, 1.72), (0.24, 1.92), (0.10, 2.04), (0.05, 2.05)], 10)
    top = lathe([(0, 1.32), (0.24, 1.32), *head, (0, 2.06)], grain, wobble=0)
    knob = lathe(profile([(0.03, 2.05), (0.09, 2.11), (0.07, 2.2), (0.0, 2.23)], 8), metal('brass', 0.25), wobble=0)
    return [body, top, knob]


def whisk():
    """Standing on its wires, which spring from a wooden handle."""
    wire, made = metal('#b9b4aa', 0.25), []
    for k in range(6):
        a = math.pi * k / 6
        c, s = math.cos(a), math.sin(a)
        half = [(0.03, 1.5), (0.10, 1.25), (0.30, 0.75), (0.36, 0.4), (0.22, 0.08), (0.0, 0.012)]
        line = [(r * c, r * s, z) for r, z in half] + [(-r * c, -r * s, z) for r, z in reversed(half[:-1])]
        made.append(tube(smooth_line(line, 8), 0.013, wire, 8))
    handle = profile([(0.10, 1.42), (0.12, 1.5), (0.09, 1.75), (0.12, 2.3), (0.10, 2.55), (0.0, 2.6)], 8)
    made.append(lathe([(0, 1.4), (0.08, 1.4), *handle], wood('beech', 2, 1.6), wobble=0))
    made.append(lathe([(0.112, 1.45), (0.128, 1.46), (0.128, 1.54), (0.115, 1.55)], metal('brass', 0.25), wobble=0))
    return made
