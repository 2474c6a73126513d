/** Neurons with dendrites. */
import { type EntryTexts, entries } from '../entry.ts';

const COORDINATES = {
  'x=None': 'Coordinates along the first axis.',
  'y=None': 'Coordinates along the second axis.',
  'z=None': 'Coordinates along the third axis.',
};

const MORPHOLOGY_CLASSES: EntryTexts = {
  Morphology: {
    text: 'The shape of a neuron: a tree of sections. Sections are added as attributes: `morpho.axon = Cylinder(...)`.',
    parameters: { 'n=1': 'Number of compartments.', 'type=None': "Kind of section, such as `'axon'`." },
    example: `morpho = Soma(diameter=30*um)
morpho.axon = Cylinder(length=100*um, diameter=1*um, n=10)
morpho.axon.branch = Cylinder(length=50*um, diameter=1*um, n=5)`,
    type: 'Morphology',
    attributes: {
      n: 'Number of compartments of the section.',
      total_compartments: 'Number of compartments, with those of all sections that follow.',
      total_sections: 'Number of sections, with all that follow.',
      area: 'Surface of each compartment.',
      length: 'Length of each compartment.',
      diameter: 'Diameter in the middle of each compartment.',
      volume: 'Volume of each compartment.',
      distance: 'Distance of the middle of each compartment from the root.',
      end_distance: 'Distance of the end of the section from the root.',
      x: 'First coordinate of the middle of each compartment.',
      y: 'Second coordinate of the middle of each compartment.',
      z: 'Third coordinate of the middle of each compartment.',
      start_x: 'First coordinate of the start of each compartment.',
      end_x: 'First coordinate of the end of each compartment.',
      coordinates: 'Coordinates of all ends of compartments.',
      children: 'Sections that start at its end.',
      parent: { text: 'The section that it starts at.', type: 'Morphology' },
      r_length_1: 'Half resistance of each compartment towards its start, per resistivity.',
      r_length_2: 'Half resistance of each compartment towards its end, per resistivity.',
    },
    methods: {
      from_file: {
        text: 'Reads a shape from a file of type `.swc`.',
        parameters: {
          filename: 'Name of the file.',
          'spherical_soma=True': 'Whether the soma is taken for a sphere.',
        },
        type: 'Morphology',
      },
      from_swc_file: {
        text: 'Reads a shape from a file of type `.swc`.',
        parameters: {
          filename: 'Name of the file.',
          'spherical_soma=True': 'Whether the soma is taken for a sphere.',
        },
        type: 'Morphology',
      },
      from_points: {
        text: 'Makes a shape of points: number, kind, coordinates, diameter and parent of each.',
        parameters: {
          points: 'The points.',
          'spherical_soma=True': 'Whether the soma is taken for a sphere.',
        },
        type: 'Morphology',
      },
      generate_coordinates: {
        text: 'A copy with coordinates made up, for pictures.',
        parameters: {
          'section_randomness=0.0': 'How much sections change direction.',
          'compartment_randomness=0.0': 'How much compartments change direction.',
          'overwrite_existing=False': 'Whether coordinates that there are get lost.',
        },
        type: 'Morphology',
      },
      topology: 'A picture, in characters, of how sections follow each other.',
      copy_section: { text: 'A copy of the section alone.', type: 'Morphology' },
    },
  },
  Soma: {
    text: 'A spherical section of one compartment.',
    bases: ['Morphology'],
    parameters: { diameter: 'Its diameter.', ...COORDINATES, 'type=None': 'Kind of section.' },
    example: 'morpho = Soma(diameter=30*um)',
    type: 'Morphology',
  },
  Cylinder: {
    text: 'A section of one diameter.',
    bases: ['Morphology'],
    parameters: {
      diameter: 'Its diameter.',
      'n=1': 'Number of compartments.',
      'length=None': 'Its length, unless there are coordinates.',
      ...COORDINATES,
      'type=None': "Kind of section, such as `'axon'`.",
    },
    example: 'morpho = Cylinder(length=100*um, diameter=1*um, n=10)',
    type: 'Morphology',
  },
  Section: {
    text: 'A section whose diameter changes from compartment to compartment.',
    bases: ['Morphology'],
    parameters: {
      diameter: 'Diameters at all ends of compartments: `n + 1` values.',
      'n=1': 'Number of compartments.',
      'length=None': 'Lengths of the compartments, unless there are coordinates.',
      ...COORDINATES,
      'start_diameter=None': 'Diameter at the start.',
      'origin=None': 'Place of the start.',
      'type=None': "Kind of section, such as `'axon'`.",
    },
    example: 'morpho = Section(length=[20, 30]*um, diameter=[3, 2, 1]*um, n=2)',
    type: 'Morphology',
  },
  SpatialNeuron: {
    text: 'One neuron with a shape: its model describes the currents through the membrane, and currents along the dendrites are computed from the shape.',
    bases: ['NeuronGroup'],
    parameters: {
      'morphology=None': 'Its shape.',
      'model=None': 'Equations, among them `Im : amp/meter**2`, the current through the membrane.',
      'threshold=None': 'Condition for a spike.',
      'refractory=False': 'How long it cannot spike after a spike.',
      'reset=None': 'Statements that run after a spike.',
      'events=None': 'Further events: conditions by name of the event.',
      'threshold_location=None': 'The compartment that spikes; default: any.',
      'dt=None': 'Length of the time step, if not that of the default clock.',
      'clock=None': 'A `Clock` to follow, instead of `dt`.',
      'order=0': 'Place among the objects of the same slot; small numbers come first.',
      'Cm=0.9*uF/cm**2': 'Capacitance of the membrane.',
      'Ri=150*ohm*cm': 'Resistivity inside.',
      "name='spatialneuron*'": 'Unique name.',
      'dtype=None': 'Floating-point type of the variables.',
      'namespace=None': 'Values of the names in the strings.',
      "method=('exact', 'exponential_euler', 'rk2', 'heun')":
        'Numerical integration method by name, or several of which the first that suits is taken.',
      'method_options=None': 'Options of the method, as a dictionary.',
    },
    example: `gL = 1e-4*siemens/cm**2
morpho = Cylinder(length=100*um, diameter=1*um, n=10)
neuron = SpatialNeuron(morphology=morpho, model='Im = gL*(-70*mV - v) : amp/meter**2',
                       Cm=1*uF/cm**2, Ri=100*ohm*cm, method='exponential_euler')`,
    attributes: {
      morphology: { text: 'Its shape.', type: 'Morphology' },
      v: 'Potential of each compartment.',
      Ic: 'Current along the dendrite into each compartment.',
      Im: 'Current through the membrane of each compartment.',
      Cm: 'Capacitance of the membrane of each compartment.',
      Ri: 'Resistivity inside.',
      area: 'Surface of each compartment.',
      length: 'Length of each compartment.',
      diameter: 'Diameter of each compartment.',
      volume: 'Volume of each compartment.',
      distance: 'Distance of each compartment from the root.',
      time_constant: 'Time constant of the membrane, for the conductances of the moment.',
      space_constant: 'Length constant, for the conductances of the moment.',
      main: { text: 'The first section alone.', type: 'Subgroup' },
    },
  },
};

export const MORPHOLOGY = entries('class', MORPHOLOGY_CLASSES);
