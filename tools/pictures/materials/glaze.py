"""Stoneware glaze: two near colours, a dip line, specks, a brown rim where it breaks, a bare foot."""

from studio.colour import darker, mixed, rgb
from studio.nodes import Nodes

SPECK = '#4a3526'


def glaze(colour, second=None, dip=None, dip_at=0.5, speckle=0.5, rim='#8a5a3c', rough=0.25, clay='#b98f6d', height=None, foot=True):
    """`dip` is the colour above `dip_at`, a share of the height. Give `height` when several parts share the line."""
    n = Nodes('glaze')
    where = n.place()
    up = n.math('DIVIDE', n.parts(where)[2], height) if height else n.parts(n.place('Generated'))[2]
    slow, fine = n.noise(where, 1.6, 4, 0.55), n.noise(where, 7, 3)
    base, other = rgb(colour), rgb(second) if second else mixed(colour, (0.9, 0.85, 0.75), 0.22)
    tone = n.mix(n.ramp(slow, 0.25, 0.8, 0, 0.75), base, other)
    if dip:
        line = n.add(up, n.times(n.minus(n.noise(where, 2.2, 2), 0.5), 0.16))
        runs = n.ramp(n.add(up, n.times(slow, 0.3)), dip_at + 0.12, dip_at + 0.5)
        tone = n.mix(n.ramp(line, dip_at - 0.012, dip_at + 0.03), tone, n.mix(runs, darker(dip, 0.25), rgb(dip)))
    pooled = n.ramp(n.add(up, n.times(slow, 0.5)), 0.55, 0.15, 0, 0.3)
    tone = n.mix(pooled, tone, darker(colour, 0.35))
    for scale, size in ((9, 0.17), (22, 0.2)) if speckle else ():
        cells = n.node('TexVoronoi', {'Vector': where, 'Scale': scale, 'Randomness': 1.0})
        reach = n.times(n.math('POWER', n.parts(cells.outputs['Color'])[0], 4.0), size)
        spot = n.ramp(n.minus(cells.outputs['Distance'], reach), 0.012, -0.02, 0, 0.75 * speckle)
        tone = n.mix(spot, tone, rgb(SPECK))
    gloss = n.ramp(fine, 0.3, 0.7, rough * 0.75, rough * 1.35)
    if rim:
        edge = n.ramp(n.add(up, n.times(n.minus(fine, 0.5), 0.03)), 0.978, 1.0, 0, 0.85)
        tone = n.mix(edge, tone, rgb(rim))
    if foot:
        bare = n.ramp(n.add(up, n.times(n.minus(n.noise(where, 3, 2), 0.5), 0.06)), 0.075, 0.06)
        tone = n.mix(bare, tone, n.mix(n.noise(where, 40, 4), rgb(clay), darker(clay, 0.25)))
        gloss = n.mix(bare, gloss, (0.75, 0.75, 0.75, 1))
    uneven = n.bump(n.noise(where, 30, 3), 0.05, 0.02, n.bump(n.noise(where, 3.2, 2), 0.12, 0.06))
    return n.done(n.principled(color=tone, rough=gloss, spec=0.5, normal=uneven))
