"""Glass: blown, with real walls and thick bases."""

from forms.candles import glass_wall
from forms.vases import branch
from materials.clear import glass, wax
from materials.plain import matte
from materials.wood import wood
from studio.shapes import lathe, profile, put, tube

SMOKE = '#c8b49c'


def tumbler(material, x=0, y=0, seed=5, radius=0.36, height=0.86):
    r = radius
    outer = [(r * 0.84, 0), (r * 0.93, 0.02), (r * 0.96, 0.07), (r, height * 0.5), (r * 1.02, height)]
    return put(lathe(glass_wall(outer, 0.026, 0.11), material, wobble=0.004, seed=seed), x, y)


def carafe(tint='#fafcfa'):
    clear = glass(tint)
    outer = [(0.56, 0), (0.60, 0.03), (0.63, 0.12), (0.66, 0.4), (0.62, 0.9), (0.45, 1.35), (0.28, 1.62), (0.25, 1.85), (0.31, 2.2)]
    body = lathe(glass_wall(outer, 0.03, 0.12), clear, wobble=0.004, seed=3)
    return [body, tumbler(clear, 0.98, -0.35, radius=0.33, height=0.8)]


def tumblers(tint='#fafcfa'):
    clear = glass(tint)
    places = ((-0.72, 0.30), (0.12, 0.48), (-0.20, -0.42), (0.72, -0.20))
    return [tumbler(clear, x, y, seed=k) for k, (x, y) in enumerate(places)]


def wine_glass(tint='#fafcfa'):
    made = []
    for x, y, seed in ((-0.38, 0.2, 1), (0.42, -0.18, 2)):
        foot = profile([(0.36, 0.012), (0.32, 0.03), (0.10, 0.07), (0.045, 0.16), (0.036, 0.5), (0.045, 0.86), (0.16, 0.95), (0.36, 1.14), (0.43, 1.42), (0.40, 1.72), (0.35, 1.95)], 10)
        inside = [(max(0.0, r - 0.02), z + 0.02) for r, z in reversed(foot) if z > 0.95]
        made.append(put(lathe([(0, 0), (0.35, 0), *foot, *inside, (0, 0.965)], glass(tint), wobble=0.002, seed=seed), x, y))
    return made


def highball(tint='#fafcfa'):
    clear = glass(tint)
    return [tumbler(clear, -0.38, 0.22, 3, 0.32, 1.4), tumbler(clear, 0.36, -0.16, 7, 0.32, 1.4)]


def cork(radius, low, high, x=0, y=0):
    outline = [(0, low), (radius * 0.86, low), (radius, low + 0.02), (radius * 1.06, high - 0.03), (radius * 1.02, high), (0, high)]
    return put(lathe(outline, matte('cork', 0.22, 0.85, 14, 0.4, specks=0.7), wobble=0.004), x, y)


def oil_bottle(tint='#f0f3ea'):
    outer = [(0.36, 0), (0.40, 0.03), (0.42, 0.12), (0.42, 1.2), (0.38, 1.45), (0.18, 1.72), (0.14, 1.95), (0.15, 2.25), (0.17, 2.3)]
    bottle = lathe(glass_wall(outer, 0.03, 0.1), glass(tint), wobble=0.003)
    oil = lathe([(0, 0.105), (0.36, 0.11), (0.385, 0.15), (0.388, 1.05), (0, 1.05)], glass('#e3c25a', ior=1.36), wobble=0.003)
    return [bottle, oil, cork(0.115, 2.1, 2.5)]


def storage_jar(tint='#fafcfa'):
    outer = [(0.52, 0), (0.56, 0.03), (0.58, 0.12), (0.58, 1.3), (0.56, 1.4)]
    jar = lathe(glass_wall(outer, 0.03, 0.09), glass(tint), wobble=0.002)
    grain = lathe([(0, 0.095), (0.50, 0.1), (0.542, 0.15), (0.544, 0.86), (0.4, 0.9), (0.15, 0.87), (0, 0.88)], matte('#dcc8a4', 0.25, 0.9, 40, 1.0, specks=0.6), wobble=0.002)
    lid = lathe([(0, 1.32), (0.51, 1.32), (0.525, 1.42), (0.60, 1.43), (0.615, 1.46), (0.61, 1.6), (0.58, 1.63), (0, 1.63)], matte('cork', 0.22, 0.85, 14, 0.4, specks=0.7), wobble=0.003)
    return [jar, grain, lid]


def bottle_bud_vase(tint='#dfe8e2'):
    outer = [(0.26, 0), (0.34, 0.04), (0.40, 0.28), (0.30, 0.6), (0.11, 0.85), (0.09, 1.15), (0.12, 1.3)]
    return [lathe(glass_wall(outer, 0.025, 0.08), glass(tint), wobble=0.004), *branch(0.12, 1.9, seed=8, stems=1)]


def cloche(tint='#f5f7f5'):
    dome = profile([(0.92, 0.16), (0.93, 0.22), (0.92, 0.7), (0.78, 1.12), (0.45, 1.38), (0.08, 1.46)], 10)
    inside = [(max(0.0, r - 0.025), z - 0.01) for r, z in reversed(dome)]
    bell = lathe([*dome, (0, 1.465), (0, 1.44), *inside], glass(tint), wobble=0.002)
    knob = lathe(profile([(0.0, 1.45), (0.07, 1.47), (0.06, 1.52), (0.13, 1.6), (0.11, 1.7), (0.0, 1.74)], 8), glass(tint), wobble=0)
    plate = lathe([(0, 0), (1.02, 0), (1.08, 0.03), (1.08, 0.12), (1.05, 0.15), (0, 0.15)], wood('oak', 0, 0.8), wobble=0)
    cheese = lathe([(0, 0.16), (0.5, 0.16), (0.53, 0.2), (0.53, 0.42), (0.5, 0.46), (0, 0.46)], wax('#f2e6c8', 0.6, 0.2), wobble=0.006)
    return [plate, bell, knob, cheese]


def glass_bowl(tint='#eaf1ee'):
    outer = [(0.44, 0), (0.50, 0.03), (0.80, 0.20), (0.98, 0.48), (1.03, 0.76)]
    return [lathe(glass_wall(outer, 0.035, 0.08), glass(tint), wobble=0.006, seed=4), *pears()]


def pears():
    made = []
    for x, y, turn, seed in ((-0.22, 0.08, 0, 1), (0.26, 0.0, 40, 2)):
        outline = profile([(0.0, 0.0), (0.16, 0.02), (0.29, 0.16), (0.28, 0.32), (0.18, 0.5), (0.13, 0.64), (0.06, 0.71), (0.0, 0.72)], 8)
        made.append(put(lathe(outline, wax('#b9b26a', 0.45, 0.08, 0.4, '#7a6a35'), wobble=0.03, seed=seed), x, y, 0.1, (8, -6, turn)))
        made.append(tube([(x - 0.06, y - 0.08, 0.8), (x - 0.03, y - 0.1, 0.95)], 0.016, matte('#4f3a26'), 6))
    return made
