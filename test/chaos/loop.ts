import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/** Hands its items on in portions, as n8n's Loop Over Items does: outputs `done` and `loop`. */
export const loopType: INodeType = {
	description: {
		displayName: 'Loop',
		name: 'loop',
		group: ['organization'],
		version: 1,
		description: 'Gives its items in portions',
		defaults: { name: 'Loop' },
		inputs: ['main'],
		outputs: ['main', 'main'],
		properties: [{ displayName: 'Size', name: 'size', type: 'number', default: 1 }],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const memory = this.getContext('node') as { left?: INodeExecutionData[] };
		memory.left ??= [...this.getInputData()];
		const portion = memory.left.splice(0, Number(this.getNodeParameter('size', 0)));
		return portion.length === 0 ? [this.getInputData(), []] : [[], portion];
	},
};
