"""Woven cloth in texture coordinates: warp and weft, slubs, stripes; let through by light if it is a shade."""

import math

from studio.colour import darker, lighter, mixed, rgb
from studio.nodes import Nodes

WARM = (1, 0.97, 0.9)


def woven(colour, second=None, threads=(150, 150), slub=0.5, bump=0.5, sheen=0.3, translucent=0, stripes=(), checks=()):
    """
    `threads` per texture unit: keep one at two pixels or more, else it shimmers.
    `stripes` and `checks` are (place, half width, colour) across and along.
    """
    n = Nodes('woven')
    where = n.place('UV')
    x = n.parts(where)
    wander = n.times(n.noise(where, 9, 2), 1.6)
    u, v = n.add(n.times(x[0], threads[0]), wander), n.add(n.times(x[1], threads[1]), wander)
    warp, weft = [n.math('ABSOLUTE', n.math('SINE', n.times(t, math.pi))) for t in (u, v)]
    over = n.math('ABSOLUTE', n.math('MODULO', n.add(n.math('FLOOR', u), n.math('FLOOR', v)), 2.0))
    height = n.add(n.times(over, warp), n.times(n.minus(1.0, over), weft))
    long_u = n.vector(n.times(x[0], threads[0] * 0.045), n.times(x[1], threads[1] * 0.9), 0.0)
    long_v = n.vector(n.times(x[0], threads[0] * 0.9), n.times(x[1], threads[1] * 0.045), 3.0)
    slubs = n.mix(over, n.noise(long_u, 1.0, 2), n.noise(long_v, 1.0, 2))
    base, pale = rgb(colour), rgb(second) if second else mixed(colour, WARM, 0.28)
    for axis, bands in ((1, stripes), (0, checks)):
        for place, half, tint in bands:
            inside = n.ramp(n.math('ABSOLUTE', n.minus(x[axis], place)), half, half * 0.92)
            base = n.mix(n.times(inside, 0.55 if stripes and checks else 0.9), base, rgb(tint))
    if stripes or checks:
        pale = n.mix(0.25, base, (*WARM, 1))
    tone = n.mix(n.ramp(slubs, 0.3, 0.75, 0, slub), base, pale)
    tone = n.mix(n.times(n.minus(1.0, height), 0.35), tone, darker(colour, 0.6))
    lifted = n.add(n.times(height, 0.6), n.times(slubs, 0.6))
    shader = n.principled(color=tone, rough=0.9, spec=0.12, sheen=sheen, normal=n.bump(lifted, bump, 0.02))
    return n.done(n.translucent(translucent, shader, tone) if translucent else shader)


def shade(colour='#eddcc0', translucent=0.55):
    """Of a lamp."""
    return woven(colour, threads=(180, 60), bump=0.25, sheen=0.1, translucent=translucent)


def paper(colour='#f4ecd8', translucent=0.5):
    n = Nodes('paper')
    where = n.place()
    fibres = n.noise(where, 18, 5, 0.7)
    tone = n.mix(fibres, darker(colour, 0.06), lighter(colour, 0.1))
    shader = n.principled(color=tone, rough=0.85, spec=0.2, normal=n.bump(fibres, 0.1, 0.02))
    return n.done(n.translucent(translucent, shader, tone) if translucent else shader)


def pages(colour='#f1e8d6'):
    """The edge of a block of paper."""
    n = Nodes('pages')
    up = n.parts(n.place())[2]
    lines = n.noise(n.vector(0.0, 0.0, up), 170, 2)
    tone = n.mix(n.ramp(lines, 0.35, 0.65), darker(colour, 0.14), rgb(colour))
    return n.done(n.principled(color=tone, rough=0.85, normal=n.bump(lines, 0.3, 0.02)))


def leaf(colour='leaf'):
    n = Nodes('leaf')
    tone = n.mix(n.node('ObjectInfo').outputs['Random'], mixed(colour, (0, 0.02, 0), 0.25), mixed(colour, (1, 1, 0.8), 0.12))
    return n.done(n.translucent(0.3, n.principled(color=tone, rough=0.55, spec=0.3), tone))
