"""
Takes the pictures of a plan: `blender -b --factory-startup -P tools/pictures/shoot.py -- plan.json`.

A plan is `{ folder, width, height, samples, shoots: [{ base, form, given, stage, ... }] }`, written by make.ts. Says
`TAKEN <key>` after each, and goes on with the next when one fails.
"""

import importlib
import json
import os
import sys
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from studio import exposure, stage, views  # noqa: E402


def build(form, given):
    module, name = form.split('.')
    return getattr(importlib.import_module(f'forms.{module}'), name)(**given)


def take(shot, plan):
    started = time.time()
    stage.clear()
    window, size = None, (shot['width'], shot['height'])
    if shot['view'] == 'scene':
        build(shot['form'], shot['given'])
    else:
        things = views.frame(shot['view'], lambda: build(shot['form'], shot['given']), shot['stage'])
        if shot['view'] == 'hero' and not shot['stage'].get('wall') and not shot['stage'].get('whole'):
            window = views.window_around(things, *size)
    base = os.path.join(plan['folder'], shot['key'])
    if shot.get('repaints'):
        exposure.repaint(os.path.join(plan['folder'], shot['repaints']), base, *size, window)
    else:
        samples = max(4, round(shot['samples'] / 2))
        exposure.take(base, *size, samples, window, keep_light=shot.get('keepLight', False))
    print(f'TAKEN {shot["key"]} {time.time() - started:.0f}s', flush=True)


plan = json.load(open(sys.argv[sys.argv.index('--') + 1]))
for shot in plan['shots']:
    try:
        take(shot, plan)
    except Exception:
        print(f'FAILED {shot["key"]}', flush=True)
        traceback.print_exc()
