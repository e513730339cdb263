import type { NewsFacts } from '#lib/radar/news/item.ts';
import { advisoriesIn } from '#lib/radar/news/releases/release-notes.ts';

const DEPRECATED =
	/\bdeprecat(?:e|ed|es|ing|ion)\b|\bend[- ]of[- ](?:life|support)\b|\bsunset(?:ting)?\b/i;

/** What an article's title says by a fixed word; undefined when it says none. */
export function noticeOf(title: string): NewsFacts['notice'] {
	const advisories = advisoriesIn(title);
	const deprecated = DEPRECATED.test(title);
	return advisories.length > 0 || deprecated ? { advisories, deprecated } : undefined;
}

/** The version right after a project's name in a title, as in "KServe v0.17"; null for none. */
export function versionInTitle(title: string, names: readonly string[]): string | null {
	for (const name of names) {
		const at = title.indexOf(name);
		const version = /^ v?(\d+\.\d+(?:\.\d+)?(?:-?rc\.?\d+)?)(?![\d.]*\d)/.exec(
			at < 0 ? '' : title.slice(at + name.length)
		)?.[1];
		if (version !== undefined) return version;
	}
	return null;
}
