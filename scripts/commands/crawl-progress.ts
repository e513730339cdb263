import type { BudgetLeft, CrawlProgress } from '#lib/server/crawl/options.ts';

/** How far a crawl is, in a line: repositories done, what may still be asked of GitHub, and when there is more. */
export function crawlProgressLine({
	done,
	due,
	repository,
	now,
	requests,
	points
}: CrawlProgress): string {
	const parts = [
		`${done} of ${due} repositories`,
		leftOf(requests, 'requests', now),
		leftOf(points, 'points', now)
	];
	return `${parts.filter((part) => part !== null).join(', ')}: ${repository}`;
}

/** `812 requests left for 41 min`; null when GitHub has not said. */
function leftOf({ left, resetAt }: BudgetLeft, unit: string, now: number): string | null {
	if (left === null) return null;
	const minutes = resetAt === null ? null : Math.max(0, Math.ceil((+resetAt - now) / 60_000));
	return `${left} ${unit} left${minutes === null ? '' : ` for ${minutes} min`}`;
}
