/** What a person meets: the packaged extension in the real editor. One story, told in order. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodeServer } from './support/codeServer.ts';
import { type Box, until, Workbench } from './support/workbench.ts';

const SCRIPT = `from brian2 import *

tau = 10*ms
R = 100*Mohm
eqs = '''
dv/dt = (-v + I_input) / tau : volt
I_input : amp
'''
neurons = NeuronGroup(20, eqs, threshold='v > 0.8*volt', reset='v = 0*volt', method='exact')
neurons.I_input = '(5 + i)*nA'
trace = StateMonitor(neurons, 'v', record=[5, 19])
spikes = SpikeMonitor(neurons)

run(100*ms)
print(spikes.num_spikes, 'spikes')

subplot(211)
plot(trace.t/ms, trace.v.T/mV)
ylabel('v (mV)')
subplot(212)
plot(spikes.t/ms, spikes.i, '.k')
xlabel('Time (ms)')
ylabel('Neuron')
show()
`;
const PLAIN = `import math\n\neqs = '''\ndv/dt = (-v + I_input) / tau : volt\n'''\nprint(math.sqrt(2))\n`;
const ENDLESS = 'from brian2 import *\nwhile True:\n    pass\n';
const FAILING = 'from brian2 import *\nx = 1\nprint(missing)\n';
const EQUATION = 'dv/dt = (-v + I_input) / tau';

describe('the extension in the editor', () => {
  let server: CodeServer;
  let editor: Workbench;

  before(async () => {
    server = await CodeServer.start({
      'model.py': SCRIPT,
      'plain.py': PLAIN,
      'endless.py': ENDLESS,
      'failing.py': FAILING,
    });
    editor = await Workbench.open(server.url, server.folder);
  });

  after(async () => {
    await editor?.close();
    await server?.stop();
  });

  it('underlines the sum of volts and amps, and nothing else', async () => {
    await editor.openFile('model.py');
    const squiggles = await until(async () => {
      const found = await editor.squiggles('error');
      return found.length > 0 ? found : undefined;
    }, 'a squiggle');
    assert.equal(squiggles.length, 1);
    assertCovers(squiggles[0]!, await editor.boxOf(EQUATION, '-v + I_input'));
  });

  it('colours equations, and no other strings', async () => {
    const string = await editor.colourOf("print(spikes.num_spikes, 'spikes')", "spikes'");
    const [unit, variable] = [await editor.colourOf(EQUATION, 'volt'), await editor.colourOf(EQUATION, 'v')];
    assert.ok(unit && string && unit !== string, `units ${unit}, strings ${string}`);
    assert.notEqual(variable, string);
    assert.notEqual(await editor.colourOf(EQUATION, '('), string, 'brackets are no part of a string');
  });

  it('says in a hover what is wrong', async () => {
    const text = await editor.hover(EQUATION, 'I_input');
    assert.match(text, /DimensionMismatchError/);
    assert.match(text, /unit V/);
    assert.match(text, /unit A/);
    await editor.picture('diagnostic');
    await editor.leaveHover();
  });

  it('takes the squiggle away when the equation is fixed by typing', async () => {
    await editor.typeBehind(EQUATION, 'I_input', '*R');
    await until(async () => (await editor.squiggles('error')).length === 0, 'the squiggle to vanish');
    const saved = readFileSync(join(server.folder, 'model.py'), 'utf8');
    assert.equal(saved, SCRIPT, 'nothing was saved for that');
  });

  it('brings it back for a name that does not exist, and takes it away again', async () => {
    await editor.page.keyboard.type('x');
    await until(async () => (await editor.squiggles('error')).length > 0, 'a squiggle');
    await editor.page.keyboard.press('Backspace');
    await until(async () => (await editor.squiggles('error')).length === 0, 'the squiggle to vanish');
  });

  it('explains a name of the script, with value, unit and place', async () => {
    const text = await editor.hover('(-v + I_input*R) / tau', 'tau');
    assert.match(text, /tau = 10 ms/);
    assert.match(text, /line 3/);
    await editor.leaveHover();
  });

  it('explains a parameter and a unit', async () => {
    const parameter = await editor.hover('I_input*R', 'I_input');
    assert.match(parameter, /parameter/);
    await editor.leaveHover();
    const unit = await editor.hover('I_input : amp', 'amp');
    assert.match(unit, /Unit/);
    await editor.leaveHover();
  });

  it('explains an equation: what it reads, who reads it, how it is integrated', async () => {
    const text = await editor.hover('dv/dt = (-v + I_input*R) / tau', 'v/');
    assert.match(text, /Reads v volt/);
    assert.match(text, /Integrated by exact/);
    await editor.picture('equation');
    await editor.leaveHover();
  });

  it('explains an argument and a group', async () => {
    assert.match(
      await editor.hover('neurons = NeuronGroup(20, eqs, threshold', 'threshold'),
      /Condition for a spike/,
    );
    await editor.leaveHover();
    assert.match(await editor.hover('neurons = NeuronGroup', 'neurons'), /20 elements/);
    await editor.leaveHover();
    assert.match(await editor.hover('neurons = NeuronGroup', 'NeuronGroup'), /population of neurons/);
    await editor.leaveHover();
  });

  it('shows the units of a selected expression', async () => {
    await editor.select('(-v + I_input*R) / tau', '-v + I_input*R');
    const text = await editor.hover('(-v + I_input*R) / tau', 'I_input');
    assert.match(text, /I_input\*R +V/);
    await editor.picture('units');
    await editor.leaveHover();
    await editor.typeBehind('(-v + I_input*R) / tau', 'tau', '');
    await editor.runCommand('Spikelens: Show Units of Selection');
    await until(async () => /tau +s/.test(await editor.hoverText()), 'the units of the whole expression');
    await editor.leaveHover();
  });

  it('completes a keyword argument, explained', async () => {
    await editor.typeBehind("reset='v = 0*volt'", "volt'", ', refr');
    const first = await editor.suggestion();
    assert.match(first, /refractory/);
    await editor.picture('completion');
    await editor.page.keyboard.press('Escape');
    for (const _ of ', refr') await editor.page.keyboard.press('Backspace');
  });

  it('runs the simulation from the code lens and shows its figure', async () => {
    await editor.clickCodeLens('Run Simulation');
    const panel = await editor.webview('img[alt="Figure 1"]');
    const image = panel.locator('img[alt="Figure 1"]');
    const width = await image.evaluate(
      (element) => (element as unknown as { naturalWidth: number }).naturalWidth,
    );
    assert.ok(width > 100, `the figure is drawn (${width} px wide)`);
    assert.equal(await panel.locator('img').count(), 1);
    await editor.picture('figure');
  });

  it('shows what the script printed', async () => {
    await editor.runCommand('Spikelens: Show Output');
    await until(async () => /\d+ spikes/.test(await editor.outputText()), 'the output');
  });

  it('runs it as a C++ program too', async () => {
    await editor.openFile('model.py');
    await editor.runCommand('Spikelens: Build and Run (C++)');
    await editor.webview('header:has-text("cpp_standalone")');
  });

  it('leads from a failure to the characters at fault', async () => {
    await editor.openFile('failing.py');
    await editor.runCommand('Spikelens: Run Simulation');
    const message = editor.page.locator('.notification-toast', { hasText: "NameError: name 'missing'" });
    await message.locator('a.monaco-button', { hasText: 'Go to Line 3' }).click();
    await editor.page.locator('.statusbar-item', { hasText: 'Ln 3, Col 14 (7 selected)' }).waitFor();
  });

  it('stops an endless script', async () => {
    await editor.openFile('endless.py');
    await editor.runCommand('Spikelens: Run Simulation');
    const progress = editor.page.locator('.notification-toast', { hasText: 'Running endless.py' });
    await progress.waitFor();
    await editor.runCommand('Spikelens: Stop Simulation');
    await progress.waitFor({ state: 'hidden' });
    await until(async () => (await editor.outputText()).includes('Stopped.'), 'the output');
  });

  it('is silent in a Python file without Brian', async () => {
    await editor.openFile('plain.py');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(await editor.squiggles('error'), []);
    assert.equal(await editor.page.locator('.codelens-decoration a:visible').count(), 0);
  });
});

/** The underline is as wide as the text, to a pixel or two, and lies on its line. */
function assertCovers(squiggle: Box, text: Box): void {
  const message = `squiggle ${JSON.stringify(squiggle)}, text ${JSON.stringify(text)}`;
  assert.ok(Math.abs(squiggle.left - text.left) < 2, message);
  assert.ok(Math.abs(squiggle.right - text.right) < 2, message);
  assert.ok(squiggle.top < text.bottom && squiggle.bottom > text.top, message);
}
