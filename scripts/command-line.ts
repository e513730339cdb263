import { DatabaseError, databasePath } from '#lib/server/db/database.ts';
import { explained } from '#lib/server/db/database-error.ts';
import { ModelVersionError } from '#lib/server/publish/model-versions.ts';
import { LanguageModelSettingsError } from '#lib/server/language-model/settings.ts';
import { InputError } from '#lib/radar/input/yaml.ts';
import { UsageError, type Command, type Io } from './commands/command.ts';

/** Loaded when they are asked for: together, their modules take 25 MB more than those of a crawl. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
	crawl: async () => (await import('./commands/crawl.ts')).crawlCommand,
	doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
	init: async () => (await import('./commands/init.ts')).initCommand,
	seed: async () => (await import('./commands/seed.ts')).seedCommand,
	score: async () => (await import('./commands/score.ts')).scoreCommand,
	publish: async () => (await import('./commands/publish.ts')).publishCommand,
	check: async () => (await import('./commands/check.ts')).checkCommand,
	explain: async () => (await import('./commands/explain.ts')).explainCommand,
	validate: async () => (await import('./commands/validate.ts')).validateCommand,
	export: async () => (await import('./commands/export.ts')).exportCommand,
	defects: async () => (await import('./commands/defects.ts')).defectsCommand,
	guide: async () => (await import('./commands/guide.ts')).guideCommand,
	stack: async () => (await import('./commands/stack.ts')).stackCommand,
	'fetch-news': async () => (await import('./commands/fetch-news.ts')).fetchNewsCommand,
	news: async () => (await import('./commands/news.ts')).newsCommand,
	mcp: async () => (await import('./commands/mcp.ts')).mcpCommand
};

async function help(): Promise<string> {
	const all = await Promise.all(Object.values(COMMANDS).map((load) => load()));
	return [
		'Usage: npm run radar -- <command> [options]',
		'',
		...all.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
		'',
		'npm run radar -- <command> --help tells the options of a command.',
		'DATABASE_PATH says where the database lies; default data/radar.db.'
	].join('\n');
}

async function main([name, ...args]: string[], io: Io): Promise<number> {
	if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
		io.out(`${await help()}\n`);
		return name === undefined ? 2 : 0;
	}
	const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (load === undefined) throw new UsageError(`There is no command "${name}".\n\n${await help()}`);
	const command = await load();
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
