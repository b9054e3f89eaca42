import { describeAdvice } from '../../../../test/kit/describeAdvice';
import { ADVICE, adviceFor } from '../../nodes/PoliticalComms/api/advice';
import {
	commonErrorCodes,
	errorCodes,
} from '../../nodes/PoliticalComms/api/contract.generated/errorCodes';

describeAdvice({
	advice: ADVICE,
	adviceFor,
	codes: [...commonErrorCodes, ...Object.values(errorCodes).flat()],
});
