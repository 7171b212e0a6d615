"""How the camera stands to a thing: the whole of it (hero) or a part of it (detail)."""

import bpy
from bpy_extras.object_utils import world_to_camera_view
from mathutils import Vector

from studio import stage
from studio.shapes import bounds


def frame(view, build, given):
    """
    `given`: backdrop, key and fill (light), azimuth, elevation, pad, wall (its distance, for what leans); of a detail also
    `at` (shares of the bounding box), `zoom` and its own azimuth and elevation. Gives the things.
    """
    things = build()
    low, high = bounds(things)
    span = high - low
    size = max(span.x * 1.18, span.z * 1.02, span.y * 0.9, 0.1)
    scale, wall = size / 2, given.get('wall')
    if wall:
        stage.backdrop(given['backdrop'], depth=wall + 0.12, radius=0.02, textured=True)
    else:
        stage.backdrop(given['backdrop'], depth=6 * scale, radius=3 * scale)
    stage.daylight(given.get('key', 1.0), scale)
    stage.fill(given.get('fill', 0.2))
    if view == 'detail':
        closeup = given['detail']
        at = [low[i] + span[i] * closeup['at'][i] for i in range(3)]
        distance = size * closeup['zoom'] * 100 / stage.SENSOR
        aperture = 0.5 * min(1.6, 2 / size)
        stage.camera(at, distance, closeup['azimuth'], closeup['elevation'], 100, aperture, at)
        return things
    middle = ((low.x + high.x) / 2, (low.y + high.y) / 2, (low.z + high.z) / 2 + size * 0.02 + given.get('rise', 0) * size)
    azimuth = given.get('azimuth', 5 if wall else 14)
    stage.camera(middle, size * given.get('pad', 1.42) * 85 / stage.SENSOR, azimuth, given.get('elevation', 15))
    return things


def window_around(things, width, height, air=0.05, step=4):
    """The part of the picture that shows them, in pixels: left, top, width, height."""
    scene = bpy.context.scene
    scene.render.resolution_x, scene.render.resolution_y = width, height
    bpy.context.view_layer.update()
    corners = [thing.matrix_world @ Vector(corner) for thing in things for corner in thing.bound_box]
    seen = [world_to_camera_view(scene, scene.camera, corner) for corner in corners]

    def span(values, length):
        low, high = max(0, min(values) - air), min(1, max(values) + air)
        return int(low * length / step) * step, min(length, (int(high * length / step) + 1) * step)

    left, right = span([point.x for point in seen], width)
    top, bottom = span([1 - point.y for point in seen], height)
    return [left, top, right - left, bottom - top]
