"""
Rooms with the shop's own things in them. Wide ones keep their left third quiet, so that words can stand there.

The soft cross of a window on the wall sells a picture more than anything else.
"""

import bpy

from forms import baskets, bowls, candles, cups, glass, kitchen, lamps, outdoors, paper, prints, soap, tea, textiles, vases
from materials.plain import matte, plaster
from materials.wood import wood
from studio.shapes import box, mesh, place
from studio.stage import camera, daylight, fill, sunlight

OAK, DARK = 'pale oak', 'dark oak'


def room(wall, depth=3.0, table=OAK, key=0.32, sun=1.0, at=None, scale=1.0):
    """A table whose far edge lies under the wall, `depth` behind the middle."""
    corners = [(-60, depth, -20), (60, depth, -20), (60, depth, 50), (-60, depth, 50)]
    mesh('wall', corners, [(0, 1, 2, 3)], plaster(wall, 0.10, 0.03), smooth=False)
    top = matte('#d9d2c5', 0.06, 0.55, 12, 0.06, specks=0.3) if table == 'stone' else wood(table, 0, 1.5, rings=0.45, rough=0.55)
    box((60, depth + 16, 0.7), top, 0, (depth - 16) / 2, -0.35, bevel=0.05)
    daylight(key, scale)
    if sun:
        sunlight(at or (0.5, depth, 2.4), strength=5 * sun, opening=1.15)


def evening(wall='#a3998a', depth=2.6):
    room(wall, depth, DARK, key=0.13, sun=0)
    fill(0.12)
    bpy.context.scene.view_settings.exposure = 0.75


def look(at, distance, elevation=8, azimuth=3, aperture=0.36, focus=None):
    camera(at, distance, azimuth, elevation, 85, aperture, focus or (at[0], at[1] - 0.3, at[2]))


def plain_vase(colour, second, stem=False):
    return vases.bottle_vase(colour, second, stem=stem)


def morning():
    room('#d3cabb', 2.8, at=(1.2, 2.8, 2.6))
    place(lambda: prints.framed('low-tide-1', y=0), 2.55, 2.2, 0, 0, 0.82)
    place(lambda: vases.bottle_vase(dip='#59706f'), 0.75, 1.2, 0, 20)
    place(lambda: cups.tide_mug('sea'), 0.15, -0.35, 0, -12)
    place(lambda: bowls.breakfast_bowl('#d9cfbc', '#e8e1d2'), 1.5, -0.45, 0)
    place(lambda: vases.teapot('#93a08a', '#adb7a4'), 2.95, 0.75, 0, 14, 0.78)
    look((0.3, 0.4, 1.45), 12.4, 7, focus=(0.6, 0, 0.9))


def dusk():
    evening()
    place(lambda: lamps.pebble_lamp('clay', '#cb9a80', power=150), 1.0, 0.7, 0)
    place(lambda: prints.framed('low-tide-2', y=0), 3.05, 1.9, 0, 0, 0.78)
    place(lambda: candles.stoneware_candle(), 2.35, -0.35, 0, 0, 0.8)
    place(lambda: cups.pilot_mug('#3c4748', '#4c5858'), -0.25, -0.3, 0, 30, 0.85)
    place(lambda: tea.tin('tin-night-watch', 'walnut'), 3.15, 0.25, 0, 12, 0.85)
    look((0.45, 0.3, 1.55), 13.2, 6, -2, 0.4, (1.0, -0.2, 1.2))


def seaside():
    room('#cfc9bc', 4.2, at=(1.5, 4.2, 3.0), scale=1.5)
    place(lambda: baskets.fisher_basket(), 1.1, 0.6, 0, 10)
    place(lambda: outdoors.storm_lantern('soot'), 2.95, -0.2, 0, 20)
    place(lambda: textiles.beach_towel('#5b7c8a'), 0.15, -1.1, 0, 6, 0.62)
    place(lambda: outdoors.flask('sand'), -0.55, 0.6, 0, 0, 0.95)
    place(lambda: cups.enamel_mug('#36524f'), 1.75, -1.35, 0, -20, 0.85)
    look((0.5, 0.3, 1.6), 14.6, 9, 4, 0.34, (1.2, -0.4, 1))


def kitchen_table():
    room('#c9b8a3', 2.6, at=(1.2, 2.6, 2.2))
    place(lambda: kitchen.cutting_board('oak'), 2.7, 0.9, 0, 0, 0.72)
    place(lambda: glass.carafe(), 1.0, 0.4, 0)
    place(lambda: kitchen.pepper_mill('walnut'), 3.2, 0.3, 0, 0, 0.8)
    place(lambda: kitchen.salt_pig('sea', '#7d97a2'), 2.4, -0.5, 0, 8, 0.72)
    place(lambda: bowls.harbour_bowl('#c98d5f', '#d7a77f'), -0.1, 0.6, 0, 0, 0.7)
    look((0.5, 0.4, 1.25), 12.2, 8, focus=(1.2, -0.2, 0.9))


def desk():
    room('#b9b6a6', 2.4, at=(1.0, 2.4, 2.5))
    place(lambda: prints.framed('harbour-chart', y=0), 0.45, 1.9, 0, 0, 0.7)
    place(lambda: paper.linen_notebook('#47605c'), 0.7, -0.35, 0, 6, 0.95)
    place(lambda: vases.pencil_pot('chalk'), 2.2, 0.45, 0)
    place(lambda: paper.letter_tray('oak'), 3.6, 0.2, 0, 30, 0.6)
    place(lambda: cups.pilot_mug('harbour', '#3f5c5a'), 2.0, -0.75, 0, -20, 0.8)
    look((0.4, 0.3, 1.3), 12.0, 10, 2, 0.34, (1.0, -0.3, 0.6))


def washstand():
    room('#aeb3a6', 2.4, 'stone', at=(1.2, 2.4, 1.9))
    place(lambda: soap.soap_dish('chalk'), 0.5, -0.2, 0, 8)
    place(lambda: soap.hand_wash(), 2.15, 0.5, 0, 6)
    place(lambda: soap.nail_brush(), 1.7, -0.7, 0, 30, 0.8)
    place(lambda: plain_vase('#8f9a90', '#b2b7a6', stem=True), 3.2, 1.0, 0, 40, 0.85)
    look((0.35, 0.2, 0.95), 10.6, 10, focus=(0.8, -0.4, 0.4))


def first_cup():
    room('#d3cabb', 3.0, at=(0.5, 3.0, 2.3))
    place(lambda: cups.tide_mug('sea'), 0.0, -0.1, 0, -10)
    place(lambda: bowls.harbour_bowl('#d9cfbc', '#e8e1d2'), 1.5, 1.1, 0)
    place(lambda: plain_vase('#d7cdbb', '#e7e0d0', stem=True), -1.55, 1.5, 0, 30, 0.95)
    look((0.05, 0.3, 0.72), 10.2)


def tea_time():
    room('#c7b9a4', 2.6, at=(0.4, 2.6, 1.9))
    place(lambda: vases.teapot('soot', '#464e4e'), -0.45, 0.7, 0, 10)
    place(lambda: cups.tea_bowl('#93a08a'), 0.75, -0.35, 0, 0, 0.9)
    place(lambda: cups.tea_bowl('rust'), -0.55, -0.75, 0, 50, 0.9)
    place(lambda: tea.tin('tin-harbour-mist', 'harbour'), 1.35, 0.9, 0, 8)
    look((0.15, 0.2, 0.75), 11.2, 12)


def gallery():
    room('#d6d0c4', 2.0, at=(0.2, 2.0, 3.0))
    place(lambda: prints.framed('moorings', y=0), -0.85, 1.55, 0, 0, 0.85)
    place(lambda: prints.framed('low-tide-3', 'black', y=0), 1.15, 1.35, 0, 0, 0.66)
    place(lambda: vases.bud_vase('clay', '#c68d70'), 0.35, 0.1, 0, 0, 0.9)
    place(lambda: paper.pocket_notebooks(), -1.0, -0.1, 0, 10, 0.75)
    look((0.1, 0.5, 1.75), 15.6, 6, 2)


def candlelight():
    evening('#a0937f', 2.4)
    place(lambda: candles.taper_candles('#efe8da'), -0.35, 0.5, 0, 0, 0.85)
    place(lambda: candles.stoneware_candle('#c6b39b'), 0.95, 0.1, 0, 0, 0.9)
    place(lambda: candles.tealights(), 0.1, -0.95, 0, 10, 0.6)
    look((0.15, 0.1, 1.1), 11.6, 8, -2, 0.42)


def basket_corner():
    room('#cfc4b1', 4.2, at=(0, 4.2, 3.2), scale=1.5)
    place(lambda: baskets.fisher_basket(), -0.7, -0.2, 0, 10)
    place(lambda: textiles.wool_throw('#e0d6c2', '#566a6a'), -0.7, -0.2, 1.15, 30, 0.42)
    place(lambda: baskets.plant_basket(), 1.7, 1.4, 0, 20, 0.85)
    look((0.45, 0.3, 1.75), 18, 10, 4, 0.3, (-0.6, -1, 1.4))


def folded_linen():
    room('#c4c2b6', 2.8, at=(0.4, 2.8, 2.0))
    place(lambda: textiles.wool_throw('#66848f', '#dccfb8'), 0.1, 0.6, 0, 8, 0.8)
    place(lambda: textiles.linen_napkins('#e6ddcc'), 0.05, 0.4, 0.94, 10, 0.6)
    place(lambda: cups.espresso_cup('chalk'), 1.35, -0.9, 0, 20, 0.8)
    look((0.2, 0.2, 0.85), 11.4, 13)
