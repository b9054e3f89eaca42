const UNTRUSTED = 'its certificate cannot be verified';
const SELF_SIGNED = 'its certificate is self-signed';
const NO_TLS = 'it does not speak TLS as expected';
const CLOSED = 'the host closed the connection';
const SLOW = 'it took too long to respond';

/**
 * Why a request got no response, by the code of the HTTP library or of Node. In words for everybody, and
 * because n8n replaces a message that contains one of these codes with another text.
 */
export const TRANSPORT_IN_WORDS: Readonly<Record<string, string>> = {
	CERT_HAS_EXPIRED: 'its certificate has expired',
	CERT_NOT_YET_VALID: 'its certificate is not valid yet',
	CERT_REVOKED: 'its certificate was revoked',
	CERT_UNTRUSTED: UNTRUSTED,
	DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
	EAI_AGAIN: 'its name cannot be looked up at the moment',
	ECONNABORTED: SLOW,
	ECONNREFUSED: 'nothing listens there',
	ECONNRESET: CLOSED,
	EHOSTUNREACH: 'the host is unreachable',
	ENETDOWN: 'the network is down',
	ENETUNREACH: 'its network is unreachable',
	ENOTFOUND: 'there is no host with this name',
	EPIPE: CLOSED,
	EPROTO: NO_TLS,
	ERR_INVALID_URL: 'the URL is not valid',
	ERR_SSL_HTTP_REQUEST: NO_TLS,
	ERR_SSL_NO_PROTOCOLS_AVAILABLE: NO_TLS,
	ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
	ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: NO_TLS,
	ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'it asks for a client certificate',
	ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: NO_TLS,
	ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: UNTRUSTED,
	ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'it does not know this host name',
	ERR_SSL_UNSUPPORTED_PROTOCOL: NO_TLS,
	ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
	ERR_TLS_HANDSHAKE_TIMEOUT: SLOW,
	ETIMEDOUT: SLOW,
	SELF_SIGNED_CERT_IN_CHAIN: SELF_SIGNED,
	UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
};
