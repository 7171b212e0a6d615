"""Surfaces of one colour: backdrop, plaster, matte things, paint, print."""

import os

import bpy

from studio.colour import darker, lighter, rgb
from studio.nodes import Nodes


def chalk(colour, vary=0.03):
    """Plain diffuse: a bumped backdrop takes twice the time for nothing that is seen."""
    n = Nodes('chalk')
    tone = n.mix(n.noise(n.place(), 0.5, 1), darker(colour, vary), lighter(colour, vary))
    return n.done(n.node('BsdfDiffuse', {0: tone}).outputs[0])


def plaster(colour, bump=0.12, vary=0.035):
    n = Nodes('plaster')
    where = n.place()
    tone = n.mix(n.noise(where, 0.35, 5, 0.6), darker(colour, vary), lighter(colour, vary))
    rough = n.bump(n.noise(n.scaled(where, (1, 1, 1.6)), 0.9, 6, 0.6), bump, 0.2)
    return n.done(n.principled(color=tone, rough=0.9, spec=0.15, normal=n.bump(n.noise(where, 12, 5, 0.7), bump / 2, 0.03, rough)))


def matte(colour, vary=0.1, rough=0.7, grain=25, bump=0.15, specks=0):
    n = Nodes('matte')
    where = n.place()
    tone = n.mix(n.noise(where, 2.2, 5, 0.6), darker(colour, vary), lighter(colour, vary * 0.7))
    if specks:
        tone = n.mix(n.ramp(n.noise(where, 60, 2), 0.62, 0.72, 0, specks), tone, darker(colour, 0.5))
    return n.done(n.principled(color=tone, rough=rough, spec=0.35, normal=n.bump(n.noise(where, grain, 4), bump, 0.03)))


def paint(colour, rough=0.35):
    n = Nodes('paint')
    where = n.place()
    tone = n.mix(n.noise(where, 1.5, 3), rgb(colour), lighter(colour, 0.06))
    return n.done(n.principled(color=tone, rough=rough, normal=n.bump(n.noise(where, 55, 2), 0.05, 0.01)))


def enamel(colour, rim, height):
    """Fired twice: glassy, speckled white on the body, dark where the rim was dipped."""
    n = Nodes('enamel')
    where = n.place()
    tone = n.mix(n.ramp(n.noise(where, 70, 2), 0.68, 0.76, 0, 0.5), rgb(colour), lighter(colour, 0.5))
    tone = n.mix(n.ramp(n.parts(where)[2], height - 0.025, height - 0.015), tone, rgb(rim))
    return n.done(n.principled(color=tone, rough=0.12, coat=0.6, coat_rough=0.06, normal=n.bump(n.noise(where, 5, 2), 0.05, 0.04)))


def printed(label, rough=0.5, grain=0, coat=0, metallic=0.0, by='UV'):
    """A label or print from `labels/`; the folder of drawn ones stands in LABELS."""
    n = Nodes('printed')
    image = n.node('TexImage')
    image.image = bpy.data.images.load(os.path.join(os.environ['LABELS'], f'{label}.png'), check_existing=True)
    n.tree.links.new(n.place(by), image.inputs[0])
    inputs = {'color': image.outputs[0], 'rough': rough, 'coat': coat, 'coat_rough': 0.15, 'spec': 0.4, 'metal': metallic}
    if grain:
        inputs['normal'] = n.bump(n.noise(n.place(), grain, 4), 0.12, 0.01)
    return n.done(n.principled(**inputs))


def glow(colour, strength):
    n = Nodes('glow')
    return n.done(n.node('Emission', {0: rgb(colour), 1: strength}).outputs[0])
