"""The shop's palette, and colours as Blender wants them: linear red, green, blue, alpha."""

PALETTE = {
    'chalk': '#efe8da', 'oat': '#d9cfc0', 'sand': '#cdbba8', 'clay': '#b8765a', 'rust': '#a8604a',
    'sea': '#5b7c8a', 'harbour': '#2f4a4a', 'sage': '#a3ad98', 'soot': '#343a3a', 'brass': '#c39a55',
    'smoke': '#8a7462', 'clear': '#dfe6e4', 'oak': '#c9a57c', 'walnut': '#7a5640', 'beech': '#d8b78e',
    'willow': '#c19a66', 'leather': '#7b4a2c', 'steel': '#b9b4aa', 'paper': '#f1eadb', 'leaf': '#8f9a7a',
    'wax': '#f3e8d2', 'cork': '#b98f66', 'graphite': '#3a352f', 'sun': '#cf7a4e',
}  # fmt: skip

BLACK = (0, 0, 0, 1)
WHITE = (1, 1, 1, 1)


def rgb(colour):
    """A name of the palette, `#rrggbb`, or what is linear already."""
    if not isinstance(colour, str):
        return (*colour[:3], 1)
    digits = PALETTE.get(colour, colour).lstrip('#')
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return (*[c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels], 1)


def mixed(a, b, share):
    a, b = rgb(a), rgb(b)
    return (*[a[i] * (1 - share) + b[i] * share for i in range(3)], 1)


def darker(colour, share):
    return mixed(colour, BLACK, share)


def lighter(colour, share):
    return mixed(colour, WHITE, share)
