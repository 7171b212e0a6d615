"""What light goes into: glass, water, wax, soap; and metal, which sends it back."""

from studio.colour import darker, mixed, rgb
from studio.nodes import Nodes

WHITE = (1, 1, 1, 1)


def glass(tint='#f2f5f2', rough=0.0, ior=1.45):
    """Start lighter than it shall look: every wall multiplies the tint. Shadows let light through, as no caustics do it."""
    n = Nodes('glass')
    shader = n.principled(color=rgb(tint), transmission=1.0, rough=rough, ior=ior, normal=n.bump(n.noise(n.place(), 1.2, 2), 0.04, 0.05))
    path = n.node('LightPath')
    through = n.node('BsdfTransparent', {0: mixed(tint, WHITE, 0.45)}).outputs[0]
    bare = n.math('MAXIMUM', path.outputs['Is Shadow Ray'], path.outputs['Is Diffuse Ray'])
    return n.done(n.blend(bare, shader, through))


def wax(colour='wax', rough=0.42, depth=0.35, specks=0, speck='#3c4636'):
    """Candles and, with less depth and with herbs, soap."""
    n = Nodes('wax')
    where = n.place()
    tone = n.mix(n.noise(where, 3, 4), rgb(colour), darker(colour, 0.08))
    if specks:
        tone = n.mix(n.ramp(n.noise(where, 26, 3, 0.6), 0.6, 0.68, 0, specks), tone, mixed(colour, speck, 0.8))
    return n.done(
        n.principled(
            color=tone, sss=depth, sss_radius=(0.35, 0.2, 0.1), sss_color=rgb(colour), rough=rough, spec=0.4,
            normal=n.bump(n.noise(where, 6, 4), 0.1, 0.03),
        )
    )  # fmt: skip


def metal(colour='brass', rough=0.28):
    n = Nodes('metal')
    where = n.place()
    brushed = n.noise(n.scaled(where, (1, 1, 14)), 9, 4)
    tone = n.mix(n.noise(where, 2, 4), rgb(colour), mixed(colour, (0.1, 0.06, 0.03), 0.25))
    gloss = n.ramp(brushed, 0.2, 0.8, rough * 0.8, rough * 1.35)
    return n.done(n.principled(color=tone, metal=1.0, rough=gloss, normal=n.bump(brushed, 0.04, 0.01)))
