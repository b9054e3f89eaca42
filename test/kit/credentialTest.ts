import { CredentialTestContext, ExecuteContext, RoutingNode } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	INodeType,
} from 'n8n-workflow';

import { additionalDataOf, nodeOf, nodeTypesOf } from './engine';

/** What the editor shows after a press on Retry or Save of a credential. */
export interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

/** Runs the test of a node that tests its credential (`testedBy`), as n8n's credential tester does. */
export async function testByNode(
	{ description, methods }: INodeType,
	type: ICredentialType,
	data: ICredentialDataDecryptedObject,
): Promise<Verdict> {
	const { testedBy } = description.credentials!.find(({ name }) => name === type.name)!;
	const test = methods!.credentialTest![testedBy as string];
	const credential = { id: '1', name: type.displayName, type: type.name, data };
	return await test.call(new CredentialTestContext(), credential);
}

/**
 * Makes the request of a credential's own test in n8n-core's real routing node, and judges it by the
 * rules as n8n's credential tester does (its service needs a database).
 */
export async function testCredential(
	type: ICredentialType,
	data: ICredentialDataDecryptedObject,
): Promise<Verdict> {
	const { request, rules = [] } = type.test as ICredentialTestRequest;
	const tested: INodeType = {
		description: {
			displayName: 'Temp',
			name: 'test.temp',
			group: ['input'],
			version: 1,
			description: 'Makes the request of the test',
			defaults: { name: 'Temp' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' },
			],
		},
	};
	const node = {
		...nodeOf('Temp-Node', 'test.temp', {}),
		credentials: { [type.name]: { id: '1', name: type.displayName } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf({ 'test.temp': tested }),
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalDataOf(type, data),
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const failed = (message: string): Verdict => ({ status: 'Error', message });
	try {
		const router = new RoutingNode(context, tested, { id: '1', name: '', type: type.name, data });
		const response = await router.runNode();
		const body = response?.[0][0]?.json ?? {};
		for (const { type: kind, properties } of rules) {
			if (kind !== 'responseSuccessBody' || !('key' in properties)) continue;
			if (body[properties.key as string] === properties.value) return failed(properties.message);
		}
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const { cause, message } = error as Error & {
			cause?: { code?: string; response?: { status: number; statusText?: string } };
		};
		if (cause?.response === undefined) return failed(cause?.code ?? message);
		const { status, statusText } = cause.response;
		const rule = rules.find(
			(each) => each.type === 'responseCode' && each.properties.value === status,
		);
		return failed(rule?.properties.message ?? statusText ?? String(status));
	}
}
