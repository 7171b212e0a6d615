"""Tea tins, the box of six, the turned caddy."""

from materials.clear import metal
from materials.plain import matte, paint, printed
from materials.wood import wood
from studio.shapes import box, lathe, profile, put, ring, tube


def tin(label='tin-harbour-mist', lid='harbour', radius=0.42, height=1.25, cap=0.20, turn=-162):
    r, h = radius, height
    around = [(r - 0.012, 0), (r, 0.012), (r, 0.03), (r, h * 0.5), (r, h - 0.01), (r, h)]
    body = put(lathe(around, printed(label, 0.33, coat=0.25), wobble=0, span=(0, h)), turn=(0, 0, turn))
    foot = [(0, 0.004), (r + 0.008, 0.004), (r + 0.012, 0.02), (r + 0.008, 0.04), (r, 0.045)]
    over = [(r + 0.001, h - 0.02), (r + 0.014, h - 0.015), (r + 0.016, h), (r + 0.016, h + cap), (r + 0.006, h + cap + 0.022)]
    over += [(r - 0.012, h + cap + 0.03), (r - 0.05, h + cap + 0.022), (r - 0.07, h + cap + 0.015), (0, h + cap + 0.02)]
    return [body, lathe(foot, metal('steel', 0.3), wobble=0), lathe(over, paint(lid, 0.28), wobble=0)]


def sampler():
    """A low card box, six small tins standing in it."""
    card = matte('#b99f7c', 0.06, 0.85, 40, 0.1)
    w, d, h, t = 2.5, 1.72, 0.52, 0.05
    made = [box((w, d, t), card, z=t / 2, bevel=0.01)]
    for side in (-1, 1):
        made.append(box((w, t, h), card, y=side * (d - t) / 2, z=h / 2, bevel=0.012))
        made.append(box((t, d, h), card, x=side * (w - t) / 2, z=h / 2, bevel=0.012))
    kinds = ('harbour-mist', 'first-light', 'fog-bell', 'late-ferry', 'salt-lemon', 'night-watch')
    lids = ('harbour', 'clay', 'sea', 'soot', 'sand', 'walnut')
    for k, (kind, lid) in enumerate(zip(kinds, lids)):
        x, y = (k % 3 - 1) * 0.79, (0.40 if k < 3 else -0.40)
        for part in tin(f'tin-{kind}', lid, radius=0.36, height=0.72, cap=0.14):
            part.location = (x, y, t)
            made.append(part)
    return made


def caddy(kind='oak'):
    grain = wood(kind, axis=2, scale=0.9)
    body = profile([(0.46, 0.02), (0.52, 0.10), (0.56, 0.45), (0.54, 0.80), (0.50, 0.90)], 8)
    jar = lathe([(0, 0), (0.42, 0), *body, (0.47, 0.905), (0.44, 0.9)], grain, wobble=0.001)
    top = profile([(0.53, 0.925), (0.55, 0.98), (0.53, 1.03), (0.36, 1.10), (0.12, 1.13), (0.09, 1.17), (0.13, 1.24), (0.10, 1.31), (0.0, 1.33)], 8)
    lid = lathe([(0.44, 0.91), (0.50, 0.912), *top], wood(kind, axis=2, scale=1.1), wobble=0.001)
    seam = tube(ring(0.502, 0.908), 0.008, matte('#2c1d12', 0.1, 0.9), 6, closed=True)
    return [jar, lid, seam]
