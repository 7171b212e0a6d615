"""The empty scene, its backdrop, light and camera."""

import math

import bpy
from mathutils import Vector

from materials.plain import chalk, plaster
from studio.shapes import mesh

SENSOR = 36  # mm, on the tall side


def clear():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = 'CYCLES'
    cycles = scene.cycles
    cycles.device = 'CPU'
    cycles.use_denoising = False  # Debian's build has none: any render would fail
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 10, 3, 3
    cycles.transmission_bounces, cycles.transparent_max_bounces = 10, 12
    cycles.sample_clamp_indirect, cycles.blur_glossy = 4, 1.0
    cycles.caustics_reflective = cycles.caustics_refractive = False
    scene.render.threads_mode, scene.render.threads = 'FIXED', 2
    scene.render.use_persistent_data = True
    scene.view_settings.view_transform = 'Filmic'
    scene.view_settings.look = 'Medium High Contrast'
    scene.view_settings.exposure = 0.5
    scene.world = bpy.data.worlds.new('world')
    scene.world.use_nodes = True
    fill(0.2)


def fill(strength):
    """Cool light from everywhere: against the warm key it reads as daylight."""
    background = bpy.context.scene.world.node_tree.nodes['Background']
    background.inputs[0].default_value = (0.86, 0.93, 1, 1)
    background.inputs[1].default_value = strength


def backdrop(colour, depth=9, radius=4, textured=False):
    """A sheet that sweeps from the floor into the wall."""
    arc = [math.pi / 2 * k / 16 for k in range(17)]
    sweep = [(depth - radius + radius * math.sin(a), radius - radius * math.cos(a)) for a in arc]
    line = [(-40, 0), *sweep, (depth, 60)]
    count = len(line)
    points = [(x, y, z) for x in (-60, 60) for y, z in line]
    faces = [(j, count + j, count + j + 1, j + 1) for j in range(count - 1)]
    return mesh('backdrop', points, faces, plaster(colour, 0.05) if textured else chalk(colour))


def area(at, target, size, power, colour):
    light = bpy.data.lights.new('area', 'AREA')
    light.shape, (light.size, light.size_y) = 'RECTANGLE', size
    light.energy, light.color = power, colour
    made = bpy.data.objects.new('area', light)
    bpy.context.scene.collection.objects.link(made)
    made.location = at
    made.rotation_euler = (Vector(target) - Vector(at)).to_track_quat('-Z', 'Y').to_euler()


def point(at, power, colour=(1, 0.72, 0.45), radius=0.15):
    light = bpy.data.lights.new('point', 'POINT')
    light.energy, light.color, light.shadow_soft_size = power, colour, radius
    made = bpy.data.objects.new('point', light)
    bpy.context.scene.collection.objects.link(made)
    made.location = at
    return made


def daylight(strength=1.0, size=1.0):
    """A large window at the left and a weak card at the right, for a thing of about two units times `size`."""
    power = strength * size * size
    area((-8.5 * size, -1.8 * size, 7.2 * size), (0, 0, 1.2 * size), (6 * size, 7 * size), 2500 * power, (1, 0.945, 0.87))
    area((10 * size, -7 * size, 4 * size), (0, 0, 1.5 * size), (6 * size, 8 * size), 150 * power, (1, 0.9, 0.8))


def sunlight(at, direction=(1, 0.72, -0.6), strength=5.0, opening=1.0):
    """The sun through a paned window: black slats, seen by nothing but the sun, draw its cross around `at`."""
    light = bpy.data.lights.new('sun', 'SUN')
    light.energy, light.angle, light.color = strength, math.radians(1.6), (1, 0.86, 0.68)
    sun = bpy.data.objects.new('sun', light)
    bpy.context.scene.collection.objects.link(sun)
    way = Vector(direction).normalized()
    facing = way.to_track_quat('-Z', 'Y')
    sun.rotation_euler = facing.to_euler()
    middle = Vector(at) - way * 16
    black = chalk('#222222')
    wide, tall, far = 3.0 * opening, 5.0 * opening, 60

    def slat(x, y, w, h):
        corners = [(-w / 2, -h / 2, 0), (w / 2, -h / 2, 0), (w / 2, h / 2, 0), (-w / 2, h / 2, 0)]
        made = mesh('slat', corners, [(0, 1, 2, 3)], black, smooth=False)
        made.rotation_euler = facing.to_euler()
        made.location = middle + facing @ Vector((x, y, 0))
        made.visible_camera = made.visible_glossy = made.visible_diffuse = False

    slat(-far / 2 - wide, 0, far, far)
    slat(far / 2 + wide, 0, far, far)
    slat(0, far / 2 + tall, 2 * wide + 0.2, far)
    slat(0, -far / 2 - tall, 2 * wide + 0.2, far)
    slat(0, 0, 0.35, 2 * tall + 2)
    slat(0, tall * 0.32, 2 * wide + 1, 0.3)
    slat(0, -tall * 0.38, 2 * wide + 1, 0.3)


def camera(target, distance, azimuth=0, elevation=14, focal=85, aperture=None, focus=None):
    """
    `aperture` is an f-number as if a unit were a metre: a tenth of what a photographer would say.
    """
    lens = bpy.data.cameras.new('camera')
    made = bpy.data.objects.new('camera', lens)
    scene = bpy.context.scene
    scene.collection.objects.link(made)
    scene.camera = made
    a, e, aim = math.radians(azimuth), math.radians(elevation), Vector(target)
    made.location = aim + Vector((math.sin(a) * math.cos(e), -math.cos(a) * math.cos(e), math.sin(e))) * distance
    made.rotation_euler = (aim - made.location).to_track_quat('-Z', 'Y').to_euler()
    lens.lens, lens.sensor_fit, lens.sensor_height, lens.clip_end = focal, 'VERTICAL', SENSOR, 300
    if aperture:
        lens.dof.use_dof = True
        lens.dof.aperture_fstop = aperture
        lens.dof.focus_distance = (Vector(focus or target) - made.location).length
