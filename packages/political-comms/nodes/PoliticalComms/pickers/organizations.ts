import type { Picker } from '../../../../../kernel';
import { endpoints } from '../api/endpoints';
import { rows } from '../api/rows';
import { entry, nameIn, unless } from './entry';
import { byBrand, byOrganization } from './scope';

/** Organizations, e.g. "Maple East – below Maple County Coalition". */
export const organizations: Picker = {
	endpoint: endpoints.listOrganizations,
	rows,
	option(row) {
		const { parent_org_name: parent, status } = row;
		return entry(row, nameIn(row, 'display_name', 'name'), [
			parent && `below ${parent}`,
			unless('active', status),
		]);
	},
};

/** Brands of the organization that is picked, e.g. "Maple for Schools – Maple County Coalition". */
export const brands: Picker = {
	endpoint: endpoints.listBrands,
	query: byOrganization,
	rows,
	option: (row) =>
		entry(row, nameIn(row, 'brand_name', 'name'), [row.org_name, unless('active', row.status)]),
};

/** 10DLC campaigns of the brand that is picked, e.g. "Voter reminders – Maple for Schools". */
export const campaigns: Picker = {
	endpoint: endpoints.listCampaigns,
	query: byBrand,
	rows,
	option: (row) => entry(row, row.name, [row.brand_name, unless('active', row.campaign_status)]),
};

/** Toll-free verifications, e.g. "Maple help line – in progress". */
export const tollFreeVerifications: Picker = {
	endpoint: endpoints.listTollFreeVerifications,
	query: byOrganization,
	rows,
	option: (row) => entry(row, row.name, [unless('verified', row.status)]),
};

/** Domains of tracked links, e.g. "link.example.net – shared". */
export const trackingDomains: Picker = {
	endpoint: endpoints.listTrackingDomains,
	query: byOrganization,
	rows,
	option: (row) => entry(row, row.domain, [row.source === 'inherited' && 'shared']),
};
