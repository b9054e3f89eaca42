// Written by "npm run contract" from packages/political-comms/contract/political-comms-v1.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { stricter } from '../../stricter';

export const MergeTagMapping = z
	.object({
		first_name: z.string().optional(),
		last_name: z.string().optional(),
		address: z.string().optional(),
		address_line_2: z.string().optional(),
		city: z.string().optional(),
		state: z.string().optional(),
		zip: z.string().optional(),
		custom_fields: z
			.array(
				z
					.object({
						csv_column: z.string().min(1),
						merge_tag: z.string().min(1),
					})
					.strict(),
			)
			.optional(),
	})
	.strict();

export const ContactListImport = z
	.object({
		source_url: z.string().min(1),
		organization_id: stricter.Id.optional(),
		brand_id: stricter.Id.optional(),
		list_name: z.string().min(1),
		phone_column: z.string().min(1),
		merge_tags: MergeTagMapping.optional(),
	})
	.strict();
