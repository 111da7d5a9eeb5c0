/** One step of the tutorial: a file to be written, or a line for the shell. */
export type TutorialStep =
  | { readonly write: string; readonly text: string }
  | { readonly run: string; readonly fails: boolean };

/** What a test cannot do in its copy, or does before it begins. */
const leftOut = /^(?:git clone|npm ci|npm test|npm start)\b/;

/**
 * The steps of a section of a Markdown page, read from its code blocks: those with a path behind the language are files,
 * those in `sh` are lines. A line whose comment begins with "fails" has to fail.
 * @param heading the section's, without its marks
 */
export function tutorialSteps(page: string, heading: string): readonly TutorialStep[] {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  const [own = ""] = section.split("\n## ");
  return [...own.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].flatMap(([, language, path, text = ""]) => {
    if (path !== undefined) return [{ write: path, text }];
    return language === "sh" ? linesOf(text) : [];
  });
}

function linesOf(text: string): readonly TutorialStep[] {
  return text
    .split("\n")
    .map((line) => line.split(/\s+#\s+/))
    .filter(([command = ""]) => command !== "" && !leftOut.test(command))
    .map(([run = "", comment = ""]) => ({ run, fails: comment.startsWith("fails") }));
}
