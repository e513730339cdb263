import { DatabaseError, databasePath } from '#lib/server/db/database.ts';
import { explained } from '#lib/server/db/database-error.ts';
import { ModelVersionError } from '#lib/server/publish/model-versions.ts';
import { LanguageModelSettingsError } from '#lib/server/language-model/settings.ts';
import { InputError } from '#lib/radar/input/yaml.ts';
import { checkCommand } from './commands/check.ts';
import { crawlCommand } from './commands/crawl.ts';
import { defectsCommand } from './commands/defects.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { guideCommand } from './commands/guide.ts';
import { fetchNewsCommand } from './commands/fetch-news.ts';
import { initCommand } from './commands/init.ts';
import { mcpCommand } from './commands/mcp.ts';
import { newsCommand } from './commands/news.ts';
import { publishCommand } from './commands/publish.ts';
import { scoreCommand } from './commands/score.ts';
import { seedCommand } from './commands/seed.ts';
import { stackCommand } from './commands/stack.ts';
import { validateCommand } from './commands/validate.ts';
import { UsageError, type Command, type Io } from './commands/command.ts';

const commands: Command[] = [
	crawlCommand,
	doctorCommand,
	initCommand,
	seedCommand,
	scoreCommand,
	publishCommand,
	checkCommand,
	explainCommand,
	validateCommand,
	exportCommand,
	defectsCommand,
	guideCommand,
	stackCommand,
	fetchNewsCommand,
	newsCommand,
	mcpCommand
];

const help = () =>
	[
		'Usage: npm run radar -- <command> [options]',
		'',
		...commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
		'',
		'npm run radar -- <command> --help tells the options of a command.',
		'DATABASE_PATH says where the database lies; default data/radar.db.'
	].join('\n');

async function main([name, ...args]: string[], io: Io): Promise<number> {
	if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
		io.out(`${help()}\n`);
		return name === undefined ? 2 : 0;
	}
	const command = commands.find((candidate) => candidate.name === name);
	if (command === undefined) throw new UsageError(`There is no command "${name}".\n\n${help()}`);
	if (args.includes('--help') || args.includes('-h')) {
		io.out(`${command.help}\n`);
		return 0;
	}
	return command.run(args, io);
}

/** Runs one command and returns its exit code; what a person can mend is told in a sentence, as 2. */
export async function run(argv: string[], io: Io): Promise<number> {
	try {
		return await main(argv, io);
	} catch (error) {
		const expected =
			error instanceof InputError ||
			error instanceof UsageError ||
			error instanceof DatabaseError ||
			error instanceof LanguageModelSettingsError ||
			error instanceof ModelVersionError;
		// A system error: a file is missing, of the wrong kind, or not accessible.
		const ofSystem = error instanceof Error && 'code' in error && 'syscall' in error;
		if (!expected && !ofSystem && !isOfDisk(error)) throw error;
		const { message } = expected || ofSystem ? error : explained(error, databasePath(io.env));
		io.err(`${message}\n`);
		return 2;
	}
}

/** SQLite's: a full disk, a place that cannot be written, a file that is locked or damaged. */
const isOfDisk = (error: unknown): boolean =>
	error instanceof Error &&
	'code' in error &&
	/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|NOTADB|CORRUPT)/.test(String(error.code));
