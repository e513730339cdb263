import type { BudgetLeft, CrawlProgress } from '#lib/server/crawl/options.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';

/** One line: repositories done, and budget left at GitHub. */
export function crawlProgressLine({
	done,
	due,
	repository,
	now,
	requests,
	points
}: CrawlProgress): string {
	const parts = [
		`${countText(done)} of ${plural(due, 'repository', 'repositories')}`,
		leftOf(requests, 'request', now),
		leftOf(points, 'point', now)
	];
	return `${parts.filter((part) => part !== null).join(', ')}: ${repository}`;
}

/** `812 requests left for 41 min`; null when unknown. */
function leftOf({ left, resetAt }: BudgetLeft, unit: string, now: number): string | null {
	if (left === null) return null;
	const minutes = resetAt === null ? null : Math.max(0, Math.ceil((+resetAt - now) / 60_000));
	return `${plural(left, unit)} left${minutes === null ? '' : ` for ${minutes} min`}`;
}
