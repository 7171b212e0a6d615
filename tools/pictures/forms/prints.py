"""Framed prints, leaning on a wall."""

from materials.plain import matte, paint, printed
from materials.wood import wood
from studio.shapes import box, group, put, sheet


def framed(drawing='low-tide-1', frame='oak', width=3.0, height=4.2, lean=7, y=0.9):
    thick, deep = 0.13, 0.22
    inner_w, inner_h = width - 2 * thick, height - 2 * thick
    bars = [
        ((width, deep, thick), 0, thick / 2, 0),
        ((width, deep, thick), 0, height - thick / 2, 0),
        ((thick, deep, inner_h), -(width - thick) / 2, height / 2, 2),
        ((thick, deep, inner_h), (width - thick) / 2, height / 2, 2),
    ]
    made = []
    for size, x, z, axis in bars:
        made.append(box(size, paint('#22272a', 0.4) if frame == 'black' else wood(frame, axis, 1.6), x, 0, z, bevel=0.012))
    made.append(put(sheet(inner_w, inner_h, printed(f'print-{drawing}', 0.75, grain=60)), 0, -0.02, thick))
    made.append(box((width - 0.1, 0.02, height - 0.1), matte('#8a7a66'), 0, deep / 2, height / 2, bevel=0))
    return group(made, 0, y, 0.015, lean=lean)
