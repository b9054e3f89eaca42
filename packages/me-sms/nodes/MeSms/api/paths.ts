import { type Endpoint, type PathSettings, readPathSetting } from '../../../../../kernel';
import { otherPaths } from './contract.generated/otherPaths';
import { endpoints } from './endpoints';

/** A setting of the credential that holds a path. */
export type PathSetting = keyof typeof otherPaths;

/** Switch of the credential that shows the settings; while it is off, none of them counts. */
export const CUSTOM_PATHS = { name: 'customPaths', label: 'Custom Endpoint Paths' };

const LABELS: Readonly<Record<PathSetting, string>> = {
	cancelSms: 'Cancel Path',
	getCreditBalance: 'Credit Balance Path',
	getMessage: 'Get Message Path',
	listMessages: 'List Messages Path',
	previewCost: 'Preview Cost Path',
	listSenders: 'Senders Path',
};

/** A call whose path is a setting, with what the credential's form says of it. */
export interface PathField {
	setting: PathSetting;
	label: string;
	endpoint: Endpoint;
	/** Paths to try manually where the usual one is wrong. */
	others: readonly string[];
}

/** The settings in the order of the form. */
export const pathFields: readonly PathField[] = Object.entries(LABELS).map(([name, label]) => {
	const setting = name as PathSetting;
	return { setting, label, endpoint: endpoints[setting], others: otherPaths[setting] };
});

const documented = Object.values<Endpoint>(endpoints).filter(
	({ pathSetting }) => pathSetting === undefined,
);

const placeOf = (label: string) => `${CUSTOM_PATHS.label} > ${label}`;

/** The paths that a credential replaces (contract: x-path-override). */
export const pathSettings: PathSettings = {
	labelOf: (setting) => placeOf(LABELS[setting as PathSetting]),
	pathsIn: (credential) => {
		if (credential[CUSTOM_PATHS.name] !== true) return {};
		const paths = pathFields.flatMap(({ setting, label, endpoint }) => {
			const path = readPathSetting(credential[setting], placeOf(label), endpoint, documented);
			return path === undefined ? [] : [[setting, path] as const];
		});
		return Object.fromEntries(paths);
	},
};
