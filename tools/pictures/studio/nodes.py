"""Materials are graphs of nodes; this writes them as expressions."""

import bpy

PRINCIPLED = {
    'color': 'Base Color', 'rough': 'Roughness', 'spec': 'Specular', 'metal': 'Metallic', 'normal': 'Normal',
    'sss': 'Subsurface', 'sss_radius': 'Subsurface Radius', 'sss_color': 'Subsurface Color',
    'transmission': 'Transmission', 'ior': 'IOR', 'coat': 'Clearcoat', 'coat_rough': 'Clearcoat Roughness',
    'sheen': 'Sheen',
}  # fmt: skip


class Nodes:
    def __init__(self, name):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.output = self.tree.nodes.new('ShaderNodeOutputMaterial')

    def node(self, kind, inputs=None, **properties):
        made = self.tree.nodes.new('ShaderNode' + kind)
        for name, value in properties.items():
            setattr(made, name, value)
        for name, value in (inputs or {}).items():
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, made.inputs[name])
            else:
                made.inputs[name].default_value = value
        return made

    def math(self, operation, a, b=0.0, c=0.0):
        return self.node('Math', {0: a, 1: b, 2: c}, operation=operation).outputs[0]

    def add(self, a, b):
        return self.math('ADD', a, b)

    def times(self, a, b):
        return self.math('MULTIPLY', a, b)

    def minus(self, a, b):
        return self.math('SUBTRACT', a, b)

    def mix(self, share, a, b):
        return self.node('MixRGB', {0: share, 1: a, 2: b}).outputs[0]

    def ramp(self, value, start, end, low=0.0, high=1.0):
        """From `low` to `high` as the value goes from `start` to `end`, smoothly."""
        inputs = {0: value, 1: start, 2: end, 3: low, 4: high}
        return self.node('MapRange', inputs, interpolation_type='SMOOTHSTEP').outputs[0]

    def noise(self, where, scale, detail=3.0, rough=0.5):
        return self.node(
            'TexNoise', {'Vector': where, 'Scale': scale, 'Detail': detail, 'Roughness': rough}
        ).outputs[0]

    def place(self, kind='Object'):
        return self.node('TexCoord').outputs[kind]

    def parts(self, vector):
        return self.node('SeparateXYZ', {0: vector}).outputs

    def vector(self, x, y, z):
        return self.node('CombineXYZ', {0: x, 1: y, 2: z}).outputs[0]

    def scaled(self, vector, scale):
        return self.node('Mapping', {'Vector': vector, 'Scale': scale}).outputs[0]

    def bump(self, height, strength=0.2, distance=0.05, on=None):
        inputs = {'Height': height, 'Strength': strength, 'Distance': distance}
        if on:
            inputs['Normal'] = on
        return self.node('Bump', inputs).outputs[0]

    def principled(self, **inputs):
        return self.node('BsdfPrincipled', {PRINCIPLED[k]: v for k, v in inputs.items()}).outputs[0]

    def blend(self, share, a, b):
        """Of two shaders."""
        return self.node('MixShader', {0: share, 1: a, 2: b}).outputs[0]

    def translucent(self, share, shader, colour):
        return self.blend(share, shader, self.node('BsdfTranslucent', {'Color': colour}).outputs[0])

    def done(self, shader):
        self.tree.links.new(shader, self.output.inputs[0])
        return self.material
