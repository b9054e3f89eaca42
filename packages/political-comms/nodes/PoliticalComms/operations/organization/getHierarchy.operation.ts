import { gather, onlyOptionsField } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { optionalOne } from '../../fields/one';
import { outputs } from './hierarchy';

const outputField = onlyOptionsField('output', {
	displayName: 'Output',
	default: 'tree',
	description: 'What each item is',
	options: [
		{
			name: 'One Item per Brand',
			value: 'brands',
			description: 'Each brand, with its organization',
		},
		{
			name: 'One Item per Campaign',
			value: 'campaigns',
			description: 'Each 10DLC campaign, with its brand and organization',
		},
		{
			name: 'One Item per Organization',
			value: 'organizations',
			description: 'Each organization, with the ID of the one above it',
		},
		{
			name: 'Tree',
			value: 'tree',
			description: 'One item that holds everything, as it comes',
		},
	],
});

/** The tree of organizations with brands and campaigns (contract: getHierarchy). */
export const getHierarchy = gather({
	resource: 'organization',
	operation: 'getHierarchy',
	name: 'Get Hierarchy',
	action: 'Get the hierarchy of organizations',
	description: 'Get the tree of organizations with their brands and 10DLC campaigns',
	fields: [
		optionalOne('organizationId', 'Where the tree begins. Without it, at your own organization.'),
		outputField,
	],
	requests: ({ organizationId }) => [
		{ endpoint: endpoints.getHierarchy, query: { organizationId } },
	],
	output: ([body], { output }) => outputs(body, output),
});
