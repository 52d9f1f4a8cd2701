export const consolePreview = (..._: unknown[]) => null
