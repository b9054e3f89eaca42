// Preloaded into n8n: a connection that is reset breaks with what the file says, e.g. "read EHOSTUNREACH".
const { readFileSync } = require('node:fs');
const { Socket } = require('node:net');

const { destroy } = Socket.prototype;
Socket.prototype.destroy = function (error, ...rest) {
	if (error?.code === 'ECONNRESET' && error.syscall === 'read') {
		const message = readFileSync(process.env.RESET_FILE, 'utf8');
		const [syscall, code] = message.split(' ');
		Object.assign(error, { syscall, code, message });
	}
	return destroy.call(this, error, ...rest);
};
