/** Tells how far a command is: one line that is written over on a terminal, plain lines elsewhere. */
export interface Progress {
	step: (text: string) => void;
	/** A step worth a line in a plain log too. */
	milestone: (text: string) => void;
	/** A line that stays. */
	done: (text: string) => void;
}

/** Progress on a stream that may be a terminal. Goes to standard error, so that output can be piped. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
	const line = (text: string) =>
		stream.isTTY ? stream.write(`\r\x1b[2K${text}`) : stream.write(`${text}\n`);
	return {
		step: (text) => {
			// Plain logs want milestones, not every step.
			if (stream.isTTY) line(text);
		},
		milestone: line,
		done: (text) => {
			line(text);
			if (stream.isTTY) stream.write('\n');
		}
	};
}
