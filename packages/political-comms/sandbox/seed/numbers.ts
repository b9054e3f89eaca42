import { CHILD, FOREIGN, PARENT } from './organizations';

/** A number that texts come from. */
export interface SendingNumber {
	id: string;
	number: string;
	channel: '10dlc' | 'toll-free' | 'short-code' | 'rcs';
	orgId: string;
	campaignId: string | null;
	verificationId: string | null;
	/** The name of a number that a parent shares. */
	nickname: string | null;
	status: string;
}

export const NUMBERS: readonly SendingNumber[] = [
	tenDlc('num_5W1C', '+12025550142', PARENT, 'cmp_9T4X'),
	tenDlc('num_7Y3E', '+12025550143', PARENT, 'cmp_9T4X'),
	tenDlc('num_8Z4F', '+13125550144', PARENT, 'cmp_0U5Y'),
	tenDlc('num_9A5G', '+13035550145', CHILD, 'cmp_1V6Z'),
	tenDlc('num_4D9K', '+14155550146', FOREIGN, 'cmp_2W7A'),
	tenDlc('num_0B6H', '+12025550147', PARENT, null),
	{
		...tenDlc('num_6X2D', '+18335550187', PARENT, null),
		channel: 'toll-free',
		verificationId: 'tfv_2K7J',
	},
	{
		...tenDlc('num_1C7J', '+18335550188', CHILD, null),
		channel: 'toll-free',
		verificationId: 'tfv_2K7J',
		nickname: 'help line',
	},
	{ ...tenDlc('num_2E0L', '72345', PARENT, null), channel: 'short-code' },
	{ ...tenDlc('num_3F1M', '+12025550148', PARENT, null), channel: 'rcs', status: 'pending' },
];

function tenDlc(
	id: string,
	number: string,
	orgId: string,
	campaignId: string | null,
): SendingNumber {
	return {
		id,
		number,
		channel: '10dlc',
		orgId,
		campaignId,
		verificationId: null,
		nickname: null,
		status: 'active',
	};
}
