/** What a tag is written of. */
export interface TagWords {
	/** The part of the repository that is released: `python` of `python==1.2.0`; empty for the whole. */
	part: string;
	/** `1.2.0` of `v1.2.0-rc.1`. */
	numbers: string;
	/** `-rc.1` of `v1.2.0-rc.1`; empty where nothing follows. */
	rest: string;
}

const TAG =
	/^(?<part>.*?)(?<![\d.])v?(?<numbers>\d+\.\d+(?:\.\d+)?)(?<rest>(?:[-+._]?[a-z][\w.+-]*|-\d+)?)$/i;
/** Words of tags that name no part. */
const NO_PART = /^(?:v|version|release|releases|rel|stable|tag|tags)$/i;

/** Null where the tag names no version. `project`: a part of that name is the whole. */
export function tagWords(tag: string, project = ''): TagWords | null {
	const groups = TAG.exec(tag.trim())?.groups;
	if (groups === undefined) return null;
	const { part = '', numbers = '', rest = '' } = groups;
	const named = part.replace(/[-_/@=v.]+$/i, '').replace(/^[@/]+/, '');
	const whole = NO_PART.test(named) || named.toLowerCase() === project.toLowerCase();
	return { part: whole ? '' : named, numbers, rest };
}
