// What people do in a block. A plain list, so that a form can offer it without a schema.
export const activities = ['welcome', 'talk', 'discussion', 'poll', 'groups', 'decision', 'survey', 'break', 'closing'] as const;
