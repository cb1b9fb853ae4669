import ts from 'typescript-api';

/** What a file refuses: the problems it reports and the errors it throws, each as `what. How to fix it.` */
export function refusalsOf(source: ts.SourceFile): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const line of told(node)) found.add(line);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

function told(node: ts.Node): string[] {
  if (ts.isThrowStatement(node) && node.expression && ts.isNewExpression(node.expression)) {
    return sentence(node.expression.arguments?.[0]);
  }
  if (ts.isCallExpression(node)) {
    const reports = /(problems\.add|report)$/.test(node.expression.getText());
    const [what, fix] = node.arguments.slice(-2);
    return reports ? sentence(what, fix) : [];
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  const value = (name: string) =>
    node.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === name)
      ?.initializer;
  return value('fix') ? sentence(value('what'), value('fix')) : [];
}

function sentence(what?: ts.Expression, fix?: ts.Expression): string[] {
  const fault = what && words(what);
  if (!fault?.replace(/[…\s:'’]/g, '')) return [];
  const help = fix && words(fix);
  return [help?.replace(/[…\s]/g, '') ? `${fault}. ${help}.` : `${fault}.`];
}

/** A text of the source with `…` for what is put into it; nothing if it is no text. */
function words(text: ts.Expression): string | undefined {
  if (ts.isStringLiteral(text) || ts.isNoSubstitutionTemplateLiteral(text)) return text.text;
  if (ts.isTemplateExpression(text)) {
    return text.head.text + text.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  }
  if (ts.isConditionalExpression(text)) return words(text.whenFalse) ?? words(text.whenTrue);
  return undefined;
}
