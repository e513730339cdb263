/** Where a stack is had as data: addresses below the site's root, `{id}` of a use case. */
export const STACK_ADDRESSES = [
	{
		path: '/guide/{id}.md',
		says: 'Decision record (Markdown)',
		description:
			'A stack for a use case of the guide, such as rag, as a decision record. Takes what the page of the stack takes, such as ?where=edge&cncf=1; 400 for what it does not know.'
	},
	{
		path: '/guide/{id}.mmd',
		says: 'Diagram (Mermaid)',
		description: 'The same as a Mermaid diagram.'
	},
	{
		path: '/api/v1/guide/{id}.json',
		says: 'JSON',
		description: 'The same as JSON, with its sources.'
	}
] as const;
