/** What somebody writes who adds an endpoint: a new file, or lines before a place in one that is there. */
export interface Addition {
	/** How CONTRIBUTING calls the file. */
	calledThere: string;
	file: string;
	/** The first place in the file that the text goes before; a new file without. */
	before?: string;
	text: string;
}

const PATH = `  /lists/{list_id}/tags:
    post:
      operationId: createTag
      tags: [Lists]
      summary: Put a tag on a sending list
      x-source: /made-up
      x-retry: unsafe
      x-error-codes:
        - {status: 404, code: not_found, when: There is no such list.}
      parameters:
        - name: list_id
          in: path
          required: true
          schema: {type: integer}
          example: 7
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/TagCreate"}
            examples:
              one:
                value: {name: Spring}
      responses:
        "201":
          description: The tag.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Tag"}
              examples:
                one:
                  value: {id: tag_7, name: Spring}
        "401": {$ref: "#/components/responses/Unauthorized"}
        "404": {$ref: "#/components/responses/NotFound"}
        default: {$ref: "#/components/responses/UnexpectedError"}

`;

const SCHEMAS = `    TagCreate:
      type: object
      required: [name]
      properties:
        name: {type: string, minLength: 1, maxLength: 40}
      examples: [{name: Spring}]
    Tag:
      type: object
      required: [id, name]
      properties:
        id: {type: string}
        name: {type: string}
`;

const OPERATION = `import { perItem, textField } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { listIdField } from '../../fields/list';

/** Puts a tag on a list (contract: createTag). */
export const createTag = perItem({
	resource: 'list',
	operation: 'createTag',
	name: 'Create Tag',
	action: 'Put a tag on a sending list',
	description: 'Put a tag on a sending list, by which it can be found in Trackly',
	fields: [
		listIdField,
		textField('tag', {
			displayName: 'Tag',
			required: true,
			placeholder: 'e.g. spring',
			description: 'What the tag says',
		}),
	],
	request: ({ listId, tag }) => ({
		endpoint: endpoints.createTag,
		pathParameters: { list_id: listId },
		body: { name: tag },
	}),
});
`;

const HANDLER = `import { ApiResponse } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';

/** contract: createTag */
export function createTag(_account: Account, { body, params }: Call<{ name: string }>) {
	return new ApiResponse(201, { id: \`tag_\${params.list_id}\`, name: body.name });
}
`;

/** A made-up endpoint, added by the steps of CONTRIBUTING, in their order. */
export const additions: Addition[] = [
	{
		calledThere: 'contract/trackly-v2.openapi.yaml',
		file: 'contract/trackly-v2.openapi.yaml',
		before: '  /audiences:\n',
		text: PATH,
	},
	{
		calledThere: 'contract/trackly-v2.openapi.yaml',
		file: 'contract/trackly-v2.openapi.yaml',
		before: '    PhoneValidateRequest:\n',
		text: SCHEMAS,
	},
	{
		calledThere: 'nodes/Trackly/operations/<resource>/<operation>.operation.ts',
		file: 'nodes/Trackly/operations/list/createTag.operation.ts',
		text: OPERATION,
	},
	{
		calledThere: 'nodes/Trackly/operations/<resource>/index.ts',
		file: 'nodes/Trackly/operations/list/index.ts',
		before: "import { getList } from './get.operation';\n",
		text: "import { createTag } from './createTag.operation';\n",
	},
	{
		calledThere: 'nodes/Trackly/operations/<resource>/index.ts',
		file: 'nodes/Trackly/operations/list/index.ts',
		before: 'getList, getLists]',
		text: 'createTag, ',
	},
	{
		calledThere: 'sandbox/trackly/resources/<resource>/<operation-id>.ts',
		file: 'sandbox/trackly/resources/lists/create-tag.ts',
		text: HANDLER,
	},
	{
		calledThere: 'sandbox/trackly/resources/<resource>/index.ts',
		file: 'sandbox/trackly/resources/lists/index.ts',
		before: "import { getList } from './get-list';\n",
		text: "import { createTag } from './create-tag';\n",
	},
	{
		calledThere: 'sandbox/trackly/resources/<resource>/index.ts',
		file: 'sandbox/trackly/resources/lists/index.ts',
		before: '\tlistLists,\n',
		text: '\tcreateTag,\n',
	},
	{
		calledThere: 'test/samples/<resource>.ts',
		file: 'test/samples/list.ts',
		before: '\tgetAll:',
		text: "\tcreateTag: { parameters: { listId: byId('7'), tag: 'Spring' }, gives: { id: 'tag_7' } },\n",
	},
];

/** What is run then, in this order. */
export const commands = ['npm run contract', 'npm run schemas', 'npm run docs'];
