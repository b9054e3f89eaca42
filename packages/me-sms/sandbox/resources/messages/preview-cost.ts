import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { shaped } from '../../responses/shape';
import { costOf, estimate } from './estimate';
import type { EstimateBody } from './estimate';

/** contract: previewCost */
export function previewCost(account: Account, { body }: Call<EstimateBody>) {
	const fillsTemplate = account.switches.previews === 'filled';
	return shaped(account, 'CostEstimate', costOf(estimate(account, body, fillsTemplate)));
}
