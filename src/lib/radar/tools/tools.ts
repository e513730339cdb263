import { alternativesTool } from './alternatives.ts';
import { changesTool } from './changes.ts';
import { compareProjectsTool } from './compare-projects.ts';
import { explainProjectTool } from './explain-project.ts';
import { gapsTool } from './gaps.ts';
import { newsTool } from './news.ts';
import { recommendStackTool } from './recommend-stack.ts';
import { searchProjectsTool } from './search-projects.ts';
import type { Tool, ToolSource } from './tool.ts';
import { useCasesTool } from './use-cases.ts';
import type { z } from 'zod';

/** A tool without the types of its fields: its input is checked when it is called. */
export interface CallableTool {
	tool: Pick<Tool, 'name' | 'title' | 'description' | 'input' | 'output'>;
	/** The answer holds what the output declares, and nothing else. */
	call: (input: unknown, source: ToolSource) => Promise<Record<string, unknown>>;
}

const callable = <I extends z.ZodObject, O extends z.ZodObject>(
	tool: Tool<I, O>
): CallableTool => ({
	tool,
	call: async (input, source) => tool.output.parse(await tool.run(tool.input.parse(input), source))
});

/** Everything that programs can ask of the radar. */
export const TOOLS: readonly CallableTool[] = [
	callable(useCasesTool),
	callable(recommendStackTool),
	callable(searchProjectsTool),
	callable(explainProjectTool),
	callable(compareProjectsTool),
	callable(alternativesTool),
	callable(gapsTool),
	callable(changesTool),
	callable(newsTool)
];
