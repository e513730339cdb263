import { run } from './command-line.ts';

process.exitCode = await run(process.argv.slice(2), {
	env: process.env,
	out: (made) => process.stdout.write(made),
	err: (text) => process.stderr.write(text),
	isTerminal: process.stderr.isTTY
});
