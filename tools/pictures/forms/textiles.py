"""Cushions, folded and rolled cloth, the apron."""

import math
import random

import bpy
from mathutils import Vector, noise

from materials.cloth import woven
from materials.plain import matte
from studio.shapes import box, group, mesh, put, rest, smooth_line, tube


def pillow(material, size, piping, cells=32, pressure=4.2, frames=28):
    """Two sheets that share their seam, blown up by the cloth simulation; bowed outward, or it turns into a starfish."""
    width, tall = size
    points, uvs, faces = [], [], []
    stride = cells + 1
    index = lambda s, i, j: s * stride * stride + j * stride + i  # noqa: E731
    for s in (0, 1):
        for j in range(stride):
            for i in range(stride):
                x, y = i / cells - 0.5, j / cells - 0.5
                edge = min(i, j, cells - i, cells - j)
                bow_x, bow_y = 1 + 0.10 * math.cos(math.pi * y) - 0.05, 1 + 0.10 * math.cos(math.pi * x) - 0.05
                lift = (0.06 if s == 0 else -0.06) * (0 if edge == 0 else 1)
                points.append((x * bow_x * width, y * bow_y * tall, lift + 0.01 * noise.noise(Vector((x * 5, y * 5, s)))))
                uvs.append((i / cells * width / 4.4, j / cells * tall / 4.4))
    seam = {index(1, i, j): index(0, i, j) for j in range(stride) for i in range(stride) if min(i, j, cells - i, cells - j) == 0}
    for s in (0, 1):
        for j in range(cells):
            for i in range(cells):
                quad = [index(s, i, j), index(s, i + 1, j), index(s, i + 1, j + 1), index(s, i, j + 1)]
                faces.append(tuple(seam.get(a, a) for a in reversed(quad)) if s else tuple(quad))
    used = sorted({a for quad in faces for a in quad})
    place = {a: b for b, a in enumerate(used)}
    made = mesh('cushion', [points[a] for a in used], [tuple(place[a] for a in q) for q in faces], material, uvs=[uvs[a] for a in used])
    _inflate(made, pressure, frames)
    around = [(i, 0) for i in range(cells)] + [(cells, j) for j in range(cells)]
    around += [(i, cells) for i in range(cells, 0, -1)] + [(0, j) for j in range(cells, 0, -1)]
    line = [made.data.vertices[place[index(0, i, j)]].co.copy() for i, j in around]
    tube(line, 0.035, piping, 8, closed=True).parent = made
    return made


# The simulation takes longer than all else: colours of one cushion share its shape.
_shapes = {}


def _inflate(thing, pressure, frames):
    key = (len(thing.data.vertices), thing.dimensions.to_tuple(2), pressure)
    if key not in _shapes:
        _shapes[key] = _blown_up(thing, pressure, frames)
    thing.data.vertices.foreach_set('co', _shapes[key])
    thing.data.update()
    rounding = thing.modifiers.new('smooth', 'SUBSURF')
    rounding.levels, rounding.render_levels = 1, 2


def _blown_up(thing, pressure, frames):
    scene = bpy.context.scene
    cloth = thing.modifiers.new('cloth', 'CLOTH').settings
    cloth.quality, cloth.use_pressure, cloth.uniform_pressure_force, cloth.mass = 4, True, pressure, 0.25
    cloth.tension_stiffness = cloth.compression_stiffness = 18
    cloth.shear_stiffness, cloth.bending_stiffness, cloth.shrink_min = 8, 0.6, -0.02
    cloth.effector_weights.gravity = 0
    for frame in range(1, frames + 1):
        scene.frame_set(frame)
    blown = thing.evaluated_get(bpy.context.evaluated_depsgraph_get()).data
    places = [value for vertex in blown.vertices for value in vertex.co]
    thing.modifiers.clear()
    scene.frame_set(1)
    return places


def upright(cushion, lean=74, turn=-10):
    return [rest(put(cushion, turn=(lean, 0, turn)))]


def linen_cushion(colour='rust', second=None):
    cloth = woven(colour, second, threads=(170, 170), slub=0.75, bump=0.55, sheen=0.5)
    return upright(pillow(cloth, (4.4, 4.4), woven(colour, second, threads=(60, 6))))


def stripe_cushion(stripe='sea', colour='#e6dcc8'):
    bands = [(0.5 + (k - 6) * 0.078, 0.017, stripe) for k in range(13)]
    cloth = woven(colour, threads=(170, 170), slub=0.5, bump=0.5, sheen=0.4, stripes=bands)
    cushion = pillow(cloth, (4.4, 4.4), woven(stripe, threads=(60, 6)))
    for loop in cushion.data.uv_layers[0].data:
        loop.uv = (loop.uv[1], loop.uv[0])  # the stripes stand upright
    return upright(cushion)


def long_cushion(colour='clay', edge='#ddd0bb'):
    cloth = woven(colour, threads=(170, 170), slub=0.7, bump=0.55, sheen=0.5)
    cushion = pillow(cloth, (5.6, 2.9), woven(edge, threads=(60, 6)))
    return upright(cushion, lean=70, turn=-8)


def floor_cushion(colour='oat', second=None):
    """Thick and square, lying down."""
    cloth = woven(colour, second, threads=(150, 150), slub=0.8, bump=0.6, sheen=0.4)
    cushion = pillow(cloth, (6.0, 6.0), woven('harbour', threads=(60, 6)), pressure=6.2)
    return [rest(put(cushion, turn=(0, 0, 24)))]


def fold(material, length, depth, layers, thick, fringe=None, turn=-24, seed=4, wander=1.0):
    """A cloth laid in folds: one S-shaped section drawn through the depth, with noise."""
    gap, reach, line = 0.1 * thick, thick * 0.55, []
    for layer in range(layers):
        z = thick * 0.45 + layer * (thick + gap)
        ends = (-length / 2, length / 2) if layer % 2 == 0 else (length / 2, -length / 2)
        for i in range(25):
            x = ends[0] + (ends[1] - ends[0]) * i / 24
            line.append((x * (1 - 0.012 * layer), z + thick * 0.25 * math.cos(x / length * 3.1) * layer / layers))
        if layer < layers - 1:
            side = 1 if ends[1] > 0 else -1
            for a in range(1, 9):
                b = math.pi * a / 9
                line.append((ends[1] * (1 - 0.012 * layer) + side * (reach + 0.3 * thick) * math.sin(b), z + (thick + gap) * (1 - math.cos(b)) / 2))
    path = [Vector((x, 0, z)) for x, z in line]
    count = len(path)
    run = [0]
    for i in range(1, count):
        run.append(run[-1] + (path[i] - path[i - 1]).length)
    section = []
    for side, order in ((1, range(count)), (-1, range(count - 1, -1, -1))):
        for i in order:
            along = (path[min(i + 1, count - 1)] - path[max(i - 1, 0)]).normalized()
            section.append((path[i] + Vector((-along.z, 0, along.x)) * side * thick * 0.45, run[i]))
    around, rows, points, uvs, faces = len(section), 48, [], [], []
    for j in range(rows + 1):
        y = (j / rows - 0.5) * depth
        for p, s in section:
            swell = noise.noise(Vector((p.x * 0.7, y * 0.9, s * 0.15 + seed))) * 0.22 * thick * wander
            crease = noise.noise(Vector((p.x * 2.2, y * 2.5, s * 0.4))) * 0.07 * thick * wander
            edge = (abs(j / rows - 0.5) * 2) ** 14 * 0.25 * thick
            shift = 0.05 * noise.noise(Vector((p.x * 0.6, s * 0.5, 3 + seed)))
            points.append((p.x + swell * 0.6, y + shift, max(0.01, p.z + swell + crease - edge * 0.3)))
            uvs.append((s / 6, (j / rows * depth) / 6))
    for j in range(rows):
        for i in range(around):
            a, b = j * around + i, j * around + (i + 1) % around
            faces.append((a, b, b + around, a + around))
    faces.append(tuple(range(around)))
    faces.append(tuple(reversed(range(rows * around, (rows + 1) * around))))
    made = [mesh('fold', points, faces, material, uvs=uvs)]
    if fringe:
        made += _fringe(path, depth, fringe)
    for part in made:
        part.rotation_euler = (0, 0, math.radians(turn))
    return made


def _fringe(path, depth, material, strands=64):
    chance, made = random.Random(4), []
    for end in (path[0], path[-1]):
        side = -1 if end.x < 0 else 1
        for j in range(strands):
            y, drift, length = (j / (strands - 1) - 0.5) * depth * 0.97, chance.uniform(-0.03, 0.03), chance.uniform(0.2, 0.27)
            line = [
                (end.x, y, end.z),
                (end.x + side * 0.07, y + drift * 0.4, end.z - 0.02),
                (end.x + side * 0.14, y + drift, max(0.03, end.z - 0.10)),
                (end.x + side * (0.15 + length * 0.2), y + drift * 1.4, max(0.02, end.z - length)),
            ]
            made.append(tube(smooth_line(line, 4), 0.017, material, 6))
    return made


def wool_throw(colour='oat', stripe=None):
    bands = [(0.05, 0.012, stripe), (0.078, 0.004, stripe), (0.022, 0.004, stripe)] if stripe else []
    cloth = woven(colour, threads=(210, 210), slub=0.8, bump=0.8, sheen=0.6, stripes=bands)
    return fold(cloth, 3.0, 2.2, 5, 0.2, fringe=matte(colour, 0.15, 0.9))


def linen_throw(colour='sage', second=None):
    cloth = woven(colour, second, threads=(190, 190), slub=0.9, bump=0.6, sheen=0.3)
    return fold(cloth, 3.1, 2.3, 4, 0.15, turn=-20, seed=11, wander=1.6)


def tea_towels(stripe='sea'):
    cloth = woven('#e8dfce', threads=(230, 230), slub=0.6, bump=0.5, stripes=[(0.04, 0.006, stripe), (0.06, 0.002, stripe)])
    other = woven('#dcd0bb', threads=(230, 230), slub=0.6, bump=0.5, stripes=[(0.05, 0.009, 'rust')])
    return fold(cloth, 2.1, 1.5, 3, 0.09, turn=-22) + [put(part, 0.12, 0.05, 0.31, (0, 0, -16)) for part in fold(other, 2.0, 1.45, 3, 0.09, seed=9)]


def linen_napkins(colour='chalk', second=None):
    cloth = woven(colour, second, threads=(240, 240), slub=0.7, bump=0.5)
    made = []
    for k in range(4):
        made += [put(part, 0.03 * math.sin(3 * k), 0.03 * math.cos(5 * k), 0.155 * k, (0, 0, -20 + 4 * math.sin(7 * k))) for part in fold(cloth, 1.75, 1.7, 2, 0.07, seed=k)]
    return made


def table_runner(colour='oat', stripe='harbour'):
    bands = [(0.045, 0.008, stripe), (0.07, 0.003, stripe)]
    return fold(woven(colour, threads=(220, 220), slub=0.8, bump=0.5, stripes=bands), 2.6, 1.3, 4, 0.09, turn=-26, seed=3, fringe=matte(colour, 0.12, 0.9))


def roll(material, length=2.6, turns=5, thick=0.13, turn=-24):
    """Rolled cloth, lying: a spiral drawn along the roll."""
    inner, spiral, steps = 0.10, [], 40 * turns
    for i in range(steps + 1):
        a = 2 * math.pi * i / 40
        r = inner + thick * a / (2 * math.pi)
        spiral.append((r * math.cos(a), r * math.sin(a), a))
    last = inner + thick * turns
    count, rows, points, uvs, faces = len(spiral), 40, [], [], []
    for j in range(rows + 1):
        x = (j / rows - 0.5) * length
        for side in (1, -1):
            for i in range(count) if side == 1 else range(count - 1, -1, -1):
                y, z, a = spiral[i]
                grow = 1 + side * thick * 0.44 / max(0.1, math.hypot(y, z))
                bump = 0.018 * noise.noise(Vector((x * 1.5, y * 3, z * 3)))
                shift = 0.03 * noise.noise(Vector((a * 0.3, 1, 2)))
                points.append((x + shift, y * grow + bump, z * grow + bump + last))
                uvs.append((j / rows * length / 6, a * 0.06))
    around = 2 * count
    for j in range(rows):
        for i in range(around):
            a, b = j * around + i, j * around + (i + 1) % around
            faces.append((a, a + around, b + around, b))
    faces.append(tuple(reversed(range(around))))
    faces.append(tuple(range(rows * around, (rows + 1) * around)))
    made = mesh('roll', points, faces, material, uvs=uvs)
    return rest(put(made, turn=(0, 0, turn)))


def beach_towel(colour='sea', ground='#e8dfce'):
    bands = [(k * 0.055 + 0.02, 0.012, colour) for k in range(9)]
    return [roll(checked(ground, bands), 2.7, 5, 0.14)]


def checked(ground, bands, across=()):
    """For rolls: bands go round them, those across lie along."""
    return woven(ground, threads=(200, 200), slub=0.6, bump=0.6, sheen=0.4, checks=bands, stripes=across)


def picnic_blanket(colour='rust', ground='#e2d6c0'):
    bands = [(0.03 + k * 0.075, 0.02, colour) for k in range(7)]
    across = [(0.05 + k * 0.13, 0.035, colour) for k in range(16)]
    body = roll(checked(ground, bands, across), 3.0, 4, 0.19, turn=0)
    leather, straps = matte('leather', 0.2, 0.5), []
    radius = 0.10 + 0.19 * 4 + 0.11
    for x in (-0.75, 0.75):
        line = [(x, (radius + 0.01) * math.cos(a), radius + (radius + 0.01) * math.sin(a)) for a in [2 * math.pi * k / 80 for k in range(80)]]
        straps.append(tube(line, 0.03, leather, 8, flat=4.0, closed=True, up=(1, 0, 0)))
        straps.append(box((0.3, 0.05, 0.22), matte('brass', 0.1, 0.35), x, -radius - 0.03, radius, bevel=0.02))
    top = 2 * radius
    handle = smooth_line([(-0.75, 0, top), (-0.62, 0, top + 0.24), (0, 0, top + 0.33), (0.62, 0, top + 0.24), (0.75, 0, top)])
    straps.append(tube(handle, 0.045, leather, 12, flat=1.8, up=(0, 1, 0)))
    return group([body, *straps], turn=-22)


def work_apron(colour='harbour'):
    """Hangs from a peg, its cloth in slow folds."""
    cloth = woven(colour, threads=(150, 150), slub=0.4, bump=0.5, sheen=0.2)
    width_at = lambda t: 2.0 if t < 0.55 else 2.0 - 0.98 * min(1, ((t - 0.55) / 0.33)) ** 0.8  # noqa: E731
    rows, cols, height = 80, 60, 6.2
    fall = lambda u, t: 0.16 * math.sin(u * 4.4 + 0.6) * (1 - t) + 0.06 * math.sin(u * 9 + 2) * (1 - t) ** 2  # noqa: E731

    def at(u, t, out=0.0):
        return (u * width_at(t), -0.25 - out + fall(u, t), 0.35 + t * height)

    points = [at(2 * i / cols - 1, j / rows) for j in range(rows + 1) for i in range(cols + 1)]
    uvs = [((2 * i / cols - 1) * width_at(j / rows) / 4, j / rows * height / 4) for j in range(rows + 1) for i in range(cols + 1)]
    faces = [(j * (cols + 1) + i, j * (cols + 1) + i + 1, (j + 1) * (cols + 1) + i + 1, (j + 1) * (cols + 1) + i) for j in range(rows) for i in range(cols)]
    body = mesh('apron', points, faces, cloth, uvs=uvs)
    body.modifiers.new('thick', 'SOLIDIFY').thickness = 0.035
    made = [body]
    stitched = woven(colour, threads=(150, 150), slub=0.4, bump=0.5, sheen=0.2)
    for low, high, left, right in ((0.26, 0.47, -0.62, -0.06), (0.26, 0.47, 0.06, 0.62)):
        grid = [at(left + (right - left) * i / 12, low + (high - low) * j / 12, 0.05) for j in range(13) for i in range(13)]
        quads = [(j * 13 + i, j * 13 + i + 1, (j + 1) * 13 + i + 1, (j + 1) * 13 + i) for j in range(12) for i in range(12)]
        pocket = mesh('pocket', grid, quads, stitched, uvs=[(p[0] / 4, p[2] / 4) for p in grid])
        pocket.modifiers.new('thick', 'SOLIDIFY').thickness = 0.04
        made.append(pocket)
    strap, top = matte('leather', 0.2, 0.5), 0.35 + height
    neck = smooth_line([(-0.9, -0.26, top - 0.1), (-0.82, -0.3, top + 0.5), (-0.3, -0.32, top + 1.25), (0, -0.3, top + 1.42), (0.3, -0.32, top + 1.25), (0.82, -0.3, top + 0.5), (0.9, -0.26, top - 0.1)])
    made.append(tube(neck, 0.03, strap, 8, flat=2.6, up=(0, 1, 0)))
    made.append(tube([(0, 0.3, top + 1.30), (0, -0.42, top + 1.36)], 0.09, matte('oak', 0.1, 0.5), 20))
    for side in (-1, 1):
        tie = smooth_line([(side * 1.98, -0.26, 3.6), (side * 2.2, -0.3, 3.2), (side * 2.12, -0.34, 2.2), (side * 2.25, -0.3, 1.3)])
        made.append(tube(tie, 0.03, strap, 8, flat=2.2, up=(0, 1, 0)))
    return made


def market_tote(colour='oat', handle='leather'):
    """A soft canvas box, standing, with two long handles."""
    cloth = woven(colour, threads=(120, 120), slub=0.5, bump=0.7, sheen=0.2)
    w, d, h, rows, around = 3.3, 1.3, 3.2, 40, 160
    points, uvs, faces = [], [], []
    for j in range(rows + 1):
        t = j / rows
        for i in range(around + 1):
            a = 2 * math.pi * i / around
            c, s = math.cos(a), math.sin(a)
            sq = lambda v: math.copysign(abs(v) ** 0.28, v)  # noqa: E731
            belly = 1 + 0.05 * math.sin(math.pi * t) - 0.03 * t
            dent = 0.07 * noise.noise(Vector((c * 1.4, s * 1.4, t * 2.1))) * (0.3 + t)
            points.append((sq(c) * w / 2 * belly + dent * 0.6, sq(s) * d / 2 * (belly - 0.12 * t) + dent, 0.03 + t * h))
            uvs.append((i / around * 2.2, t * 0.8))
    for j in range(rows):
        for i in range(around):
            a = j * (around + 1) + i
            faces.append((a, a + 1, a + around + 2, a + around + 1))
    faces.append(tuple(reversed(range(around))))
    bag = mesh('tote', points, faces, cloth, uvs=uvs)
    bag.modifiers.new('thick', 'SOLIDIFY').thickness = 0.05
    made, strap = [bag], matte(handle, 0.2, 0.55)
    for side in (-1, 1):
        y = side * 0.52
        line = smooth_line([(-0.75, y, 0.9), (-0.75, y * 1.06, h - 0.1), (-0.66, y * 0.8, h + 0.8), (-0.25, y * 0.6, h + 1.35), (0.25, y * 0.6, h + 1.35), (0.66, y * 0.8, h + 0.8), (0.75, y * 1.06, h - 0.1), (0.75, y, 0.9)])
        pushed = [(p.x, p.y + side * 0.24, p.z) for p in line]
        made.append(tube(pushed, 0.035, strap, 8, flat=3.4, up=(0, 1, 0)))
    return group(made, turn=-18)
