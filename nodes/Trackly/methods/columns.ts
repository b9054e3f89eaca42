import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { createClient, fetchRows, type JsonObject, textColumn } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { contactRows } from '../api/rows';
import { tracklyClient } from '../client';
import { CUSTOM_FIELD_PREFIX } from '../fields/customFields';
import { readListNumber } from '../fields/list';
import { contactColumns } from '../operations/contact/upsertMany.operation';
import { clickImportColumns } from '../operations/dataImport/clicks.operation';
import { revenueImportColumns } from '../operations/dataImport/revenue.operation';
import { sendImportColumns } from '../operations/dataImport/sends.operation';
import { messageColumns } from '../operations/message/sendMany.operation';
import { rawMessageColumns } from '../operations/message/sendRawMany.operation';
import { phoneColumns } from '../operations/phone/validateMany.operation';
import { revenueColumns } from '../operations/revenue/recordMany.operation';
import { inEditor } from './editor';

/** Contacts looked at to learn which custom fields a list uses. */
const SAMPLE_SIZE = 100;

/** The columns of Send Many. */
export async function getMessageColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return { fields: messageColumns.map((column) => column.mapper) };
}

/** The columns of Send Raw Many. */
export async function getRawMessageColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return { fields: rawMessageColumns.map((column) => column.mapper) };
}

/** The column of Validate Many. */
export async function getPhoneColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return { fields: phoneColumns.map((column) => column.mapper) };
}

/** The columns of Record Many. */
export async function getRevenueColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return { fields: revenueColumns.map((column) => column.mapper) };
}

/** The columns of Import Sends. */
export async function getSendImportColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return { fields: sendImportColumns.map((column) => column.mapper) };
}

/** The columns of Import Clicks. */
export async function getClickImportColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return { fields: clickImportColumns.map((column) => column.mapper) };
}

/** The columns of Import Revenue. */
export async function getRevenueImportColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return { fields: revenueImportColumns.map((column) => column.mapper) };
}

/** The columns of Create or Update Many, with the custom fields that the list's newest contacts have. */
export async function getContactColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const known = contactColumns.map((column) => column.mapper);
	const list = chosenList(this);
	if (list === undefined) return { fields: known };
	const custom = await inEditor(this, async () => await customFieldColumns(this, list));
	return { fields: [...known, ...custom] };
}

/** The list's number; `undefined` while it cannot be read: not picked, half typed, known later. */
function chosenList(context: ILoadOptionsFunctions): string | undefined {
	try {
		const list = context.getNodeParameter('listNumber.value', '');
		return readListNumber(list, 'Sending List', { timezone: context.getTimezone() });
	} catch {
		return undefined;
	}
}

async function customFieldColumns(
	context: ILoadOptionsFunctions,
	listNumber: string,
): Promise<ResourceMapperField[]> {
	const client = await createClient(context, tracklyClient);
	const request = { endpoint: endpoints.listContacts, query: { list_number: listNumber } };
	const contacts = await fetchRows(client, request, contactRows, SAMPLE_SIZE);
	const names = new Set(
		contacts.flatMap((contact) => Object.keys((contact.custom_fields ?? {}) as JsonObject)),
	);
	return [...names]
		.sort()
		.map((name) => textColumn(`${CUSTOM_FIELD_PREFIX}${name}`, `${name} (Custom Field)`).mapper);
}
