"""Plain solids and surfaces from lists of points. One unit is 10 cm; z is up; things stand on z = 0."""

import math

import bpy
from mathutils import Vector, noise

UP = Vector((0, 0, 1))


def mesh(name, points, faces, material=None, smooth=True, uvs=None):
    data = bpy.data.meshes.new(name)
    data.from_pydata(points, [], faces)
    if uvs:
        layer = data.uv_layers.new()
        for polygon in data.polygons:
            for loop, vertex in zip(polygon.loop_indices, polygon.vertices):
                layer.data[loop].uv = uvs[vertex]
    if smooth:
        data.polygons.foreach_set('use_smooth', [True] * len(data.polygons))
    data.update()
    made = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(made)
    if material:
        data.materials.append(material)
    return made


def put(thing, x=0, y=0, z=0, turn=(0, 0, 0)):
    """`turn` in degrees about x, y and z."""
    thing.location = (x, y, z)
    thing.rotation_euler = [math.radians(angle) for angle in turn]
    return thing


def rest(thing):
    """Lowers a turned thing until it touches the floor."""
    bpy.context.view_layer.update()
    thing.location.z -= min((thing.matrix_world @ v.co).z for v in thing.data.vertices)
    return thing


def group(things, x=0, y=0, z=0, turn=0, scale=1, lean=0):
    """Moves several things as one; `turn` about the upright axis, `lean` backwards, in degrees."""
    holder = bpy.data.objects.new('group', None)
    bpy.context.scene.collection.objects.link(holder)
    for thing in things:
        while thing.parent:
            thing = thing.parent
        if thing != holder:
            thing.parent = holder
    holder.location = (x, y, z)
    holder.rotation_euler = (math.radians(-lean), 0, math.radians(turn))
    holder.scale = (scale, scale, scale)
    return things


def place(build, *where, **how):
    """Builds something and moves all of it as a group: its lights and flames too."""
    before = set(bpy.data.objects)
    build()
    return group([made for made in bpy.data.objects if made not in before], *where, **how)


def smooth_line(points, steps=10):
    """Through the points, centripetal: the uniform kind overshoots where they lie unevenly (flared lips)."""
    given = [Vector((*p, 0)[:3]) for p in points]
    given = [given[0] * 2 - given[1], *given, given[-1] * 2 - given[-2]]
    line = []
    for i in range(1, len(given) - 2):
        p0, p1, p2, p3 = given[i - 1 : i + 3]
        t0 = 0
        t1 = t0 + max((p1 - p0).length, 1e-6) ** 0.5
        t2 = t1 + max((p2 - p1).length, 1e-6) ** 0.5
        t3 = t2 + max((p3 - p2).length, 1e-6) ** 0.5
        for k in range(steps):
            t = t1 + (t2 - t1) * k / steps
            a = p0 * ((t1 - t) / (t1 - t0)) + p1 * ((t - t0) / (t1 - t0))
            b = p1 * ((t2 - t) / (t2 - t1)) + p2 * ((t - t1) / (t2 - t1))
            c = p2 * ((t3 - t) / (t3 - t2)) + p3 * ((t - t2) / (t3 - t2))
            ab = a * ((t2 - t) / (t2 - t0)) + b * ((t - t0) / (t2 - t0))
            bc = b * ((t3 - t) / (t3 - t1)) + c * ((t - t1) / (t3 - t1))
            line.append(ab * ((t2 - t) / (t2 - t1)) + bc * ((t - t1) / (t2 - t1)))
    return [*line, given[-2]]


def profile(points, steps=10):
    """A smooth outline for the lathe: (radius, height) from bottom to top."""
    return [(p.x, p.y) for p in smooth_line(points, steps)]


def ring(radius, height, count=96, x=0, y=0):
    turns = [2 * math.pi * i / count for i in range(count)]
    return [(x + radius * math.cos(a), y + radius * math.sin(a), height) for a in turns]


def lathe(outline, material, steps=160, wobble=0.006, seed=0, ridges=0, span=None, name='lathe'):
    """
    Turns (radius, height) about z; a repeated point makes a sharp corner. Perfect circles look fake: hence
    `wobble`, and `ridges` for the marks of throwing. `span`: the heights between which a label runs from 0 to 1.
    """
    points, faces, uvs = [], [], []
    count = len(outline)
    low, high = span or (0, max(z for _, z in outline) or 1)
    for i in range(steps + 1):
        angle = 2 * math.pi * i / steps
        c, s = math.cos(angle), math.sin(angle)
        for radius, z in outline:
            swell = 1 + wobble * noise.noise(Vector((c * 1.1 + seed * 7.3, s * 1.1, z * 0.7))) * 2
            if ridges:
                swell += ridges * math.sin(z * 38 + 1.5 * noise.noise(Vector((c, s, z * 2))))
            points.append((radius * c * swell, radius * s * swell, z))
            uvs.append((i / steps, (z - low) / (high - low)))
    for i in range(steps):
        for j in range(count - 1):
            a = i * count + j
            faces.append((a, a + count, a + count + 1, a + 1))
    return mesh(name, points, faces, material, uvs=uvs)


def shell(outer, wall, lip=0.5, steps=10):
    """The outline of an open vessel: an outer line from foot to rim gets a wall, a round lip and a floor."""
    out = profile(outer, steps)
    low, foot = outer[0][1], out[0][0]
    under = [(0, low + wall * 0.35), (foot * 0.72, low + wall * 0.35), (foot * 0.78, low), (foot * 0.94, low)]
    under.append((foot * 0.985, low + wall * 0.06))
    rim, top = out[-1]
    arcs = [math.pi * k / 8 for k in range(1, 8)]
    edge = [(rim - wall / 2 + wall / 2 * math.cos(a), top + wall / 2 * lip * math.sin(a)) for a in arcs]
    inside, floor = [], low + wall * 1.2
    for i in range(len(out) - 1, -1, -1):
        before, after = out[max(i - 1, 0)], out[min(i + 1, len(out) - 1)]
        along = Vector((after[0] - before[0], after[1] - before[1])).normalized()
        x, y = out[i][0] - along.y * wall, out[i][1] + along.x * wall
        if i == len(out) - 1:
            x, y = out[i][0] - wall, out[i][1]
        if y > floor and x > 0.02:
            inside.append((x, y))
    last, height = inside[-1]
    for t in (0.3, 0.6, 0.9, 1.2, 1.45):
        inside.append((last * math.cos(t) ** 0.6, floor + (height - floor) * (1 - math.sin(t))))
    return [*under, *out, *edge, *inside, (0, floor)]


def tube(path, radius, material, sides=12, flat=1.0, closed=False, up=UP, name='tube'):
    """Along a path without twisting. `radius` may be a function of 0 to 1; `flat` widens it sideways."""
    line = [Vector(p) for p in path]
    count = len(line)
    points, faces, side = [], [], None
    for i, point in enumerate(line):
        ahead = line[(i + 1) % count] if closed else line[min(i + 1, count - 1)]
        behind = line[(i - 1) % count] if closed else line[max(i - 1, 0)]
        along = (ahead - behind).normalized()
        if side is None:
            side = along.cross(up)
            side = side.normalized() if side.length > 1e-4 else along.orthogonal().normalized()
        else:
            side = (side - along * side.dot(along)).normalized()
        over = side.cross(along)
        r = radius(i / (count - 1)) if callable(radius) else radius
        for k in range(sides):
            angle = 2 * math.pi * k / sides
            points.append(point + side * math.cos(angle) * r * flat + over * math.sin(angle) * r)
    for i in range(count if closed else count - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            c, d = ((i + 1) % count) * sides + (k + 1) % sides, ((i + 1) % count) * sides + k
            faces.append((a, d, c, b))
    if not closed:
        faces.append(tuple(range(sides)))
        faces.append(tuple(reversed(range((count - 1) * sides, count * sides))))
    return mesh(name, points, faces, material)


def box(size, material, x=0, y=0, z=0, turn=(0, 0, 0), bevel=0.03, segments=4, name='box'):
    """Around its middle; its edges are rounded as edges are."""
    w, d, h = [side / 2 for side in size]
    points = [(a * w, b * d, c * h) for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)]
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    made = put(mesh(name, points, faces, material), x, y, z, turn)
    if bevel:
        rounding = made.modifiers.new('bevel', 'BEVEL')
        rounding.width, rounding.segments, rounding.limit_method = bevel, segments, 'NONE'
        made.data.use_auto_smooth = True
        made.modifiers.new('normals', 'WEIGHTED_NORMAL').keep_sharp = False
    return made


def prism(outline, height, material, bevel=0.04, holes=(), name='prism'):
    """A flat outline, with holes, made thick; lies around z = 0. Texture coordinates are its own x and y."""
    curve = bpy.data.curves.new(name, 'CURVE')
    curve.dimensions, curve.fill_mode = '2D', 'BOTH'
    curve.extrude, curve.bevel_depth, curve.bevel_resolution, curve.offset = height / 2 - bevel, bevel, 4, -bevel
    for points in (outline, *holes):
        spline = curve.splines.new('POLY')
        spline.points.add(len(points) - 1)
        spline.use_cyclic_u = True
        for place, point in zip(spline.points, points):
            place.co = (point[0], point[1], 0, 1)
    drawn = bpy.data.objects.new(name, curve)
    bpy.context.scene.collection.objects.link(drawn)
    bpy.context.view_layer.update()
    solid = bpy.data.meshes.new_from_object(drawn.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    bpy.data.objects.remove(drawn)
    solid.materials.clear()
    solid.materials.append(material)
    solid.use_auto_smooth, solid.auto_smooth_angle = True, 0.7
    solid.polygons.foreach_set('use_smooth', [True] * len(solid.polygons))
    layer = solid.uv_layers[0] if solid.uv_layers else solid.uv_layers.new()
    for polygon in solid.polygons:
        for loop, vertex in zip(polygon.loop_indices, polygon.vertices):
            co = solid.vertices[vertex].co
            layer.data[loop].uv = (co.x / 2 + 0.5, co.y / 2 + 0.5)
    made = bpy.data.objects.new(name, solid)
    bpy.context.scene.collection.objects.link(made)
    return made


def sheet(width, height, material, name='sheet'):
    """An upright picture of its material, its lower edge on z = 0."""
    w = width / 2
    corners = [(-w, 0, 0), (w, 0, 0), (w, 0, height), (-w, 0, height)]
    return mesh(name, corners, [(0, 1, 2, 3)], material, False, [(0, 0), (1, 0), (1, 1), (0, 1)])


def rounded(width, height, radius, steps=8):
    """A rectangle with round corners, for `prism`."""
    w, h = width / 2 - radius, height / 2 - radius
    points = []
    for x, y, start in ((w, h, 0), (-w, h, 90), (-w, -h, 180), (w, -h, 270)):
        for k in range(steps + 1):
            angle = math.radians(start + 90 * k / steps)
            points.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return points


def circle(x, y, radius, count=40):
    turns = [2 * math.pi * k / count for k in range(count)]
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in turns]


def bounds(things):
    """The lowest and the highest corner of all of them."""
    bpy.context.view_layer.update()
    low, high = Vector((1e9,) * 3), Vector((-1e9,) * 3)
    for thing in things:
        for corner in thing.bound_box:
            at = thing.matrix_world @ Vector(corner)
            low, high = Vector(map(min, low, at)), Vector(map(max, high, at))
    return low, high
