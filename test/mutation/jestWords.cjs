/**
 * The words of Jest that the tests use, for Mocha: mutation testing runs them there, because it
 * keeps n8n's engine loaded from one mutant to the next, which takes seconds each time in Jest.
 * Each file is a suite of its own, so that its hooks stay its own.
 */
const { expect } = require('expect');
const { bind } = require('jest-each');
const { ModuleMocker } = require('jest-mock');
const { interfaces, Suite } = require('mocha');

const jest = Object.assign(new ModuleMocker(globalThis), { setTimeout() {} });

// `Trackly.node` stands for Trackly.node.ts, not for the Trackly.node.json beside it.
const { '.json': json } = require.extensions;
delete require.extensions['.json'];
require.extensions['.json'] = json;

const { bdd } = interfaces;
interfaces.bdd = (root) => {
	root.on('pre-require', (globals, file, mocha) => {
		const suite = Suite.create(root, file);
		bdd(suite);
		suite.emit('pre-require', globals, file, mocha);
		globals.it.each = bind(globals.it);
		globals.describe.each = bind(globals.describe, false);
		Object.assign(globals, {
			expect,
			jest,
			beforeAll: globals.before,
			afterAll: globals.after,
		});
	});
};
