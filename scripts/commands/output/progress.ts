import type { Io } from '../command.ts';

/** One overwritten line on a terminal, plain lines elsewhere. */
export interface Progress {
	step: (text: string) => void;
	/** Also printed in plain logs. */
	milestone: (text: string) => void;
	/** A permanent line. */
	done: (text: string) => void;
}

export function showProgress({ err, isTerminal }: Io): Progress {
	const line = (text: string) => err(isTerminal ? `\r\x1b[2K${text}` : `${text}\n`);
	return {
		step: (text) => {
			if (isTerminal) line(text);
		},
		milestone: line,
		done: (text) => {
			line(text);
			if (isTerminal) err('\n');
		}
	};
}
