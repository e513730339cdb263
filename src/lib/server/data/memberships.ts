import { basename } from 'node:path';
import { monthEnd } from '#lib/radar/words/days.ts';
import { parseMember, type Member } from '#lib/radar/landscape/membership.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { InputError } from '#lib/radar/input/yaml.ts';
import { allLines, fileFault, lineOf } from './ndjson.ts';
import type { FolderFiles } from './folder.ts';
import { by } from '#lib/radar/words/order.ts';

/** `id`: `YYYY-MM` or `YYYY-MM-DD`. */
export interface MembershipRecord {
	id: string;
	members: Member[];
}

export const recordDay = ({ id }: Pick<MembershipRecord, 'id'>): Day =>
	id.length === 7 ? monthEnd(id) : id;

const FOLDER = 'membership';
const isMonth = (id: string): boolean => id.length === 7 && daySchema.safeParse(`${id}-01`).success;

/**
 * Oldest first; a lost line would look like a project that left.
 * @throws {InputError} naming file and line.
 */
export function readMemberships(files: FolderFiles): MembershipRecord[] {
	const records = files.list(FOLDER).map((name) => readRecord(files, name));
	// A new folder has neither editions nor records.
	if (records.length === 0 && files.read('editions.ndjson') !== null) {
		throw fileFault(files, FOLDER, 'holds no record of the projects in the landscape');
	}
	return records.sort(by(sortKey));
}

/** Null when no record is that old. */
export const membershipOn = (
	records: readonly MembershipRecord[],
	date: Day
): MembershipRecord | null => records.findLast((record) => recordDay(record) <= date) ?? null;

/** A night's record follows the month that ends with it. */
const sortKey = (record: MembershipRecord): string => `${recordDay(record)} ${record.id}`;

function readRecord(files: FolderFiles, name: string): MembershipRecord {
	const id = basename(name, '.ndjson');
	if (!isMonth(id) && !daySchema.safeParse(id).success) {
		const message = 'is named after no time: expected YYYY-MM.ndjson or YYYY-MM-DD.ndjson';
		throw fileFault(files, name, message);
	}
	const lines = allLines(files, name, parseMember);
	if (lines.length === 0) throw fileFault(files, name, 'names no project');
	const first = new Map<string, number>();
	for (const { line, value } of lines) {
		const before = first.get(value.project);
		if (before !== undefined) {
			const message = `project ${value.project} stands on line ${before} already`;
			throw new InputError([lineOf(files, name, line, message)]);
		}
		first.set(value.project, line);
	}
	return { id, members: lines.map(({ value }) => value) };
}
