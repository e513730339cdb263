/** One overwritten line on a terminal, plain lines elsewhere. */
export interface Progress {
	step: (text: string) => void;
	/** Also printed in plain logs. */
	milestone: (text: string) => void;
	/** A permanent line. */
	done: (text: string) => void;
}

/** Uses standard error, so that output can be piped. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
	const line = (text: string) =>
		stream.isTTY ? stream.write(`\r\x1b[2K${text}`) : stream.write(`${text}\n`);
	return {
		step: (text) => {
			if (stream.isTTY) line(text);
		},
		milestone: line,
		done: (text) => {
			line(text);
			if (stream.isTTY) stream.write('\n');
		}
	};
}
