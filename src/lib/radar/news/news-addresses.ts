/** Where the news are had as data; `{week}` as 2026-W35. */
export const NEWS_ADDRESSES = [
	{
		path: '/news.atom',
		description:
			'The news as an Atom feed: an entry a week, or an item with ?each=item. Takes what the page of news takes.'
	},
	{ path: '/news.json', description: 'The news as JSON Feed.' },
	{
		path: '/news/{week}.{ending}',
		description:
			'A week of news, such as 2026-W35: email.html to be sent, txt as its plain text, md for Markdown.'
	},
	{
		path: '/api/v1/news.json',
		description: 'A week of news as facts: ?week=, and what the page of news takes.'
	},
	{ path: '/api/v1/news.schema.json', description: 'The JSON Schema of news.json.' }
];
