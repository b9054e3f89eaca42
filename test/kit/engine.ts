import { ExecutionLifecycleHooks } from 'n8n-core';
import type {
	ExecuteWorkflowOptions,
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	ICredentialType,
	IExecuteWorkflowInfo,
	IHttpRequestOptions,
	INode,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { runSubWorkflow } from './subWorkflow';

/** A node of a workflow. */
export function nodeOf(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

export const SOURCE = 'Source';

/** A node that outputs the items pinned to it. */
export const sourceType: INodeType = {
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['input'],
		version: 1,
		description: 'Outputs the pinned items',
		defaults: { name: SOURCE },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
};

/** The node types that a workflow may use, by their full names. */
export function nodeTypesOf(types: Record<string, INodeType>): INodeTypes {
	return {
		getByName: (type) => types[type],
		getByNameAndVersion: (type) => types[type],
		getKnownTypes: () => ({}),
	};
}

/** The part of n8n around the engine: it decrypts credentials and knows the instance's addresses. */
export function additionalDataOf(
	credentialType: ICredentialType,
	credential: ICredentialDataDecryptedObject,
): IWorkflowExecuteAdditionalData {
	const credentialsHelper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => ({ ...credential }),
		preAuthentication: async () => undefined,
		authenticate: async (credentials, _type, options) => {
			if (typeof credentialType.authenticate !== 'function') throw new Error('not a function');
			return await credentialType.authenticate(credentials, options as IHttpRequestOptions);
		},
	};
	return {
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: 'engine-test',
			name: 'engine test',
			active: false,
			isArchived: false,
			nodes: [],
			connections: {},
			createdAt: new Date(),
			updatedAt: new Date(),
			activeVersionId: null,
		}),
		currentNodeExecutionIndex: 0,
		executionId: '1',
		restApiUrl: '',
		instanceBaseUrl: '',
		formBaseUrl: '',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		formTestBaseUrl: '',
		webhookBaseUrl: '',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: '',
		variables: {},
		logAiEvent: () => undefined,
		setExecutionStatus: () => undefined,
		executeWorkflow: async (
			info: IExecuteWorkflowInfo,
			_data: unknown,
			{ inputData }: ExecuteWorkflowOptions,
		) => await runSubWorkflow(info, inputData),
	} as unknown as IWorkflowExecuteAdditionalData;
}
