import { describeAdvice } from '../../../../test/kit/describeAdvice';
import { ADVICE, adviceFor } from '../../nodes/MeSms/api/advice';
import { commonErrorCodes, errorCodes } from '../../nodes/MeSms/api/contract.generated/errorCodes';

describeAdvice({
	advice: ADVICE,
	adviceFor,
	codes: [...commonErrorCodes, ...Object.values(errorCodes).flat()],
});
