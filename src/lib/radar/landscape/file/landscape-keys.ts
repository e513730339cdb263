import type { Defect } from '#lib/radar/landscape/defect.ts';
import type { YamlSource } from '#lib/radar/input/yaml.ts';

type Level = 'category' | 'subcategory' | 'item' | 'extra';

const KNOWN_KEYS: Record<Level, ReadonlySet<string>> = {
	category: new Set(['category', 'name', 'subcategories']),
	subcategory: new Set(['subcategory', 'name', 'items']),
	item: new Set(
		`item name homepage_url logo repo_url branch license additional_repos project second_path description
		open_source organization url_for_bestpractices twitter crunchbase extra enduser joined project_org
		allow_duplicate_repo unnamed_organization stock_ticker`.split(/\s+/)
	),
	extra: new Set(
		`accepted ai annotations annual_review_date annual_review_url archived artwork_url audits blog_url bluesky_url
		chat_channel clomonitor_name cncf_tags dev_stats_url discord_url docker_url documentation_url facebook_url
		flickr_url funding_url github_discussions_url gitter_url graduated helm_chart_url incubating lfx_slug
		linkedin_url mailing_list_url operator_chart_url other_links package_manager_url parent_project
		pinterest_url reddit_url slack_url specification stack_overflow_url summary_business_use_case
		summary_integration summary_integrations summary_intro_url summary_languages summary_personas
		summary_release_rate summary_tags summary_use_case training_certifications training_type twitch_url
		youtube_url blog_jp_url kubernetes_url`.split(/\s+/)
	)
};

export function describeUnknownKeys(
	level: Level,
	map: Record<string, unknown>,
	source: YamlSource,
	at: readonly PropertyKey[],
	path: string,
	item: string
): Defect[] {
	return Object.keys(map)
		.filter((key) => !KNOWN_KEYS[level].has(key))
		.map((key) => ({
			line: source.lineOf([...at, key]),
			path,
			item,
			kind: 'unknown-key' as const,
			message: `${level === 'extra' ? 'extra.' : ''}${key} is no known key of ${level === 'extra' ? 'an item' : `a ${level}`.replace('a item', 'an item')}`,
			suggestion: 'Correct the spelling, or remove it.'
		}));
}
