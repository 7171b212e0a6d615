"""Wood: rings round an axis off the piece, fibres and pores along the grain."""

from studio.colour import lighter, mixed, rgb, darker
from studio.nodes import Nodes

KINDS = {
    'oak': ('#c79a6b', '#8e5f3a', 0.5),
    'walnut': ('#7d5338', '#47291a', 0.5),
    'beech': ('#d8b083', '#a9784c', 0.35),
    'pale oak': ('#cdb08c', '#9a7350', 0.3),
    'dark oak': ('#8a6444', '#5a3d28', 0.3),
}


def wood(kind='oak', axis=0, scale=1.0, rings=1.0, rough=0.48, contrast=None):
    """`axis` is the grain's: 0 x, 1 y, 2 z. Light wood over a few units long wants a scale of 1.5 or more."""
    light, dark, usual = KINDS[kind]
    contrast = usual if contrast is None else contrast
    n = Nodes('wood')
    where = n.place()
    along, across = [1, 1, 1], [a for a in range(3) if a != axis]
    along[axis] = 0.09
    squeezed = n.scaled(where, tuple(a * scale for a in along))
    x = n.parts(squeezed)
    dx, dy = n.add(x[across[0]], 0.35), n.add(x[across[1]], 1.9)
    away = n.math('SQRT', n.add(n.times(dx, dx), n.times(dy, dy)))
    age = n.add(n.times(away, 7.0 * rings), n.times(n.noise(squeezed, 0.9, 3), 3.4))
    ring = n.math('POWER', n.math('FRACT', age), 2.2)
    thin = [1, 1, 1]
    thin[axis] = 0.02
    thread = n.scaled(where, tuple(a * scale for a in thin))
    fibre, pore = n.noise(thread, 38, 3, 0.6), n.noise(thread, 75, 2)
    tone = n.mix(n.times(ring, contrast), rgb(light), rgb(dark))
    tone = n.mix(n.ramp(fibre, 0.35, 0.7, 0, 0.15 + 0.5 * contrast), tone, mixed(dark, light, 0.25))
    tone = n.mix(n.ramp(pore, 0.6, 0.72, 0, 0.12 + 0.5 * contrast), tone, darker(dark, 0.4))
    tone = n.mix(n.ramp(n.noise(squeezed, 0.6, 2), 0.3, 0.7, 0, 0.25), tone, lighter(light, 0.2))
    height = n.add(n.times(fibre, 0.6), n.times(pore, -0.4))
    gloss = n.ramp(fibre, 0.2, 0.8, rough * 0.85, rough * 1.2)
    return n.done(n.principled(color=tone, rough=gloss, spec=0.35, normal=n.bump(height, 0.12, 0.02)))
