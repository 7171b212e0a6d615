"""
Takes a picture: two half renders with different seeds, whose difference is the noise, and what guides the denoiser.

Colours that only paint the same thing anew are not rendered again: light that fell on it is kept, and what its
surface gives back is exchanged. Takes a fraction of the time.

A backdrop is smooth: where a thing stands before one, only a window around it is rendered in full, and the whole
(the ground) at a quarter of its size.
"""

import json
import os

import bpy

SEEDS = {'a': 11, 'b': 77}
GROUND = {'scale': 4, 'samples': 8}


def _size(width, height, samples, threshold, window=None):
    scene = bpy.context.scene
    scene.render.use_border = scene.render.use_crop_to_border = window is not None
    if window:
        left, top, wide, tall = window
        scene.render.border_min_x, scene.render.border_max_x = left / width, (left + wide) / width
        scene.render.border_min_y, scene.render.border_max_y = 1 - (top + tall) / height, 1 - top / height
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = width, height, 100
    cycles = scene.cycles
    cycles.samples = samples
    cycles.use_adaptive_sampling = threshold > 0
    cycles.adaptive_threshold, cycles.adaptive_min_samples = threshold or 0.01, 4
    layer = scene.view_layers[0]
    layer.cycles.denoising_store_passes = True
    layer.use_pass_diffuse_direct = layer.use_pass_diffuse_indirect = layer.use_pass_diffuse_color = True


class Darkroom:
    """The compositor: what is rendered goes to files, the developed picture as 16-bit PNG, raw light as EXR."""

    def __init__(self, base):
        scene = bpy.context.scene
        scene.use_nodes = True
        self.folder, self.name = os.path.split(os.path.abspath(base))
        self.tree = scene.node_tree
        self.tree.nodes.clear()
        self.layers = self.tree.nodes.new('CompositorNodeRLayers')
        self.tree.links.new(self.layers.outputs['Image'], self.tree.nodes.new('CompositorNodeComposite').inputs[0])
        self.slots = []

    def mixed(self, mode, a, b):
        node = self.tree.nodes.new('CompositorNodeMixRGB')
        node.blend_type = mode
        for slot, value in ((1, a), (2, b)):
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, node.inputs[slot])
            else:
                node.inputs[slot].default_value = value
        return node.outputs[0]

    def file(self, suffix):
        node = self.tree.nodes.new('CompositorNodeImage')
        node.image = bpy.data.images.load(os.path.join(self.folder, f'{self.name}.{suffix}.exr'))
        return node.outputs[0]

    def keep(self, suffix, socket, raw=False, developed=False):
        node = self.tree.nodes.new('CompositorNodeOutputFile')
        node.base_path, slot = self.folder, node.file_slots[0]
        slot.path, slot.use_node_format, slot.save_as_render = f'{self.name}.{suffix}.', True, developed
        node.format.file_format = 'OPEN_EXR' if raw else 'PNG'
        node.format.color_depth = '16' if raw or developed else '8'
        node.format.color_mode = 'RGB'
        self.tree.links.new(socket, node.inputs[0])
        self.slots.append((suffix, 'exr' if raw else 'png'))

    def guides(self):
        self.keep('albedo', self.layers.outputs['Denoising Albedo'])
        half = self.mixed('MULTIPLY', self.layers.outputs['Denoising Normal'], (0.5, 0.5, 0.5, 1))
        self.keep('normal', self.mixed('ADD', half, (0.5, 0.5, 0.5, 1)))

    def light(self):
        return self.mixed('ADD', self.layers.outputs['DiffDir'], self.layers.outputs['DiffInd'])

    def expose(self, seed):
        bpy.context.scene.cycles.seed = seed
        bpy.ops.render.render()
        for suffix, kind in self.slots:
            path = os.path.join(self.folder, f'{self.name}.{suffix}.')
            os.replace(f'{path}0001.{kind}', f'{path}{kind}')


def take(base, width, height, samples, window=None, threshold=0.08, keep_light=False):
    """
    Writes `<base>.a.png`, `.b.png`, `.albedo.png` and `.normal.png`; with `keep_light` what `repaint` needs. With a
    `window` (left, top, width, height in pixels) these show it alone, and `<base>.ground.…` the whole, small.
    """
    if window:
        scale = GROUND['scale']
        take(f'{base}.ground', width // scale, height // scale, GROUND['samples'])
        note(base, window)
    _size(width, height, samples, threshold, window)
    for half, seed in SEEDS.items():
        room = Darkroom(base)
        room.keep(half, room.layers.outputs['Image'], developed=True)
        if half == 'a':
            room.guides()
        if keep_light:
            room.keep(f'{half}.picture', room.layers.outputs['Image'], raw=True)
            room.keep(f'{half}.light', room.light(), raw=True)
        if keep_light and half == 'a':
            room.keep('a.paint', room.layers.outputs['DiffCol'], raw=True)
        room.expose(seed)


def note(base, window, ground=None):
    """Where the window is, and whose ground it lies on."""
    with open(f'{base}.json', 'w') as file:
        json.dump({'window': window, 'ground': os.path.basename(ground or base)}, file)


def repaint(original, base, width, height, window=None):
    """The scene as it stands now, in the light that was kept for `original`."""
    if window:
        note(base, window, original)
    _size(width, height, 6, 0, window)
    cycles = bpy.context.scene.cycles
    cycles.max_bounces = cycles.diffuse_bounces = cycles.glossy_bounces = cycles.transmission_bounces = 0
    room = Darkroom(original)
    change = room.mixed('SUBTRACT', room.layers.outputs['DiffCol'], room.file('a.paint'))
    lit = {half: room.mixed('MULTIPLY', change, room.file(f'{half}.light')) for half in SEEDS}
    pictures = {half: room.mixed('ADD', room.file(f'{half}.picture'), lit[half]) for half in SEEDS}
    room.folder, room.name = os.path.split(os.path.abspath(base))
    for half, picture in pictures.items():
        room.keep(half, picture, developed=True)
    room.guides()
    room.expose(SEEDS['a'])
