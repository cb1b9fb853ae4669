/**
 * What the doc comments of `constructs/` say, as data. It reads them by TypeScript 5's compiler API: that of
 * TypeScript 7 is not stable yet, and TypeDoc does not read the TypeScript in use.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-api';

const folder = join(import.meta.dirname, '../../constructs');

/** A property of an interface, or what a class shows. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly doc: string;
  /** What it is if nothing is said. */
  readonly default?: string;
  /** The type it comes from, where that is another one. */
  readonly from?: string;
}

/** Something that a file exports. */
export interface Item {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'type' | 'function' | 'constant';
  readonly doc: string;
  /** How it is made or called, or what it is. */
  readonly signature: string;
  readonly members: readonly Member[];
}

/** A file of `constructs/`, and what it exports. */
export interface Described {
  /** Its path there, without its ending: `app/spec`. */
  readonly name: string;
  readonly items: readonly Item[];
}

const kinds = new Map<ts.SyntaxKind, Item['kind']>([
  [ts.SyntaxKind.ClassDeclaration, 'class'],
  [ts.SyntaxKind.InterfaceDeclaration, 'interface'],
  [ts.SyntaxKind.TypeAliasDeclaration, 'type'],
  [ts.SyntaxKind.FunctionDeclaration, 'function'],
  [ts.SyntaxKind.VariableDeclaration, 'constant'],
]);

/** Describes every file of a folder that exports something with a doc comment, by name. */
export function describe(from = folder): Described[] {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const program = ts.createProgram(
    files.map((name) => join(from, name)),
    {
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      skipLibCheck: true,
      types: [],
    },
  );
  const reader = new Reader(program.getTypeChecker());
  return files.flatMap((file) => {
    const source = program.getSourceFile(join(from, file));
    const items = source ? reader.exportsOf(source) : [];
    return source && items.length > 0 ? [{ name: file.replace(/\.ts$/, ''), items }] : [];
  });
}

class Reader {
  constructor(private readonly checker: ts.TypeChecker) {}

  exportsOf(source: ts.SourceFile): Item[] {
    const module = this.checker.getSymbolAtLocation(source);
    return (module ? this.checker.getExportsOfModule(module) : []).flatMap((symbol) => {
      const declaration = symbol.declarations?.find(({ kind }) => kinds.has(kind));
      const kind = declaration && kinds.get(declaration.kind);
      const doc = this.docOf(symbol);
      if (!kind || doc === '' || declaration.getSourceFile() !== source) return [];
      const signature = this.signatureOf(symbol, declaration, kind);
      return [{ name: symbol.name, kind, doc, signature, members: this.membersOf(symbol, kind) }];
    });
  }

  private signatureOf(symbol: ts.Symbol, declaration: ts.Declaration, kind: Item['kind']): string {
    if (kind === 'class') {
      const made = this.checker.getTypeOfSymbolAtLocation(symbol, declaration).getConstructSignatures()[0];
      return made ? `new ${symbol.name}(${this.parametersOf(made, declaration)})` : '';
    }
    if (ts.isTypeAliasDeclaration(declaration))
      return declaration.type
        .getText()
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\s+/g, ' ');
    if (kind === 'interface') return '';
    const type = this.checker.getTypeOfSymbolAtLocation(symbol, declaration);
    const call = type.getCallSignatures()[0];
    if (!call) return '';
    const returned = this.text(this.checker.getReturnTypeOfSignature(call), declaration);
    return `${symbol.name}(${this.parametersOf(call, declaration)}): ${returned}`;
  }

  private parametersOf(signature: ts.Signature, at: ts.Node): string {
    return signature.parameters
      .map((parameter) => {
        const { valueDeclaration } = parameter;
        const optional =
          valueDeclaration &&
          ts.isParameter(valueDeclaration) &&
          this.checker.isOptionalParameter(valueDeclaration);
        const type = this.text(this.checker.getTypeOfSymbolAtLocation(parameter, at), at, optional);
        const name = /^\w+$/.test(parameter.name) ? parameter.name : 'options';
        return `${name.replace(/^__0$/, 'options')}${optional ? '?' : ''}: ${type}`;
      })
      .join(', ');
  }

  /** Properties with a doc comment: all of an interface, what it inherits too; of a class its own. */
  private membersOf(symbol: ts.Symbol, kind: Item['kind']): Member[] {
    if (kind === 'function' || kind === 'constant') return [];
    const type = this.checker.getDeclaredTypeOfSymbol(symbol);
    if (type.isUnion()) return [];
    return type.getProperties().flatMap((property) => {
      const declaration = property.declarations?.[0];
      const at = declaration ?? symbol.declarations?.[0]; // those of a mapped type are declared nowhere
      if (!at || (declaration && !this.isShown(declaration))) return [];
      const parent = declaration?.parent && this.checker.getTypeAtLocation(declaration.parent).symbol;
      const inherited = parent !== undefined && parent !== symbol && parent.name !== '__type';
      const doc = this.docOf(property);
      if (kind === 'class' && (inherited || doc === '')) return [];
      const optional = kind === 'class' || (property.flags & ts.SymbolFlags.Optional) !== 0;
      return [
        {
          name: property.name,
          type: this.typeOf(property, at, optional),
          optional,
          doc,
          ...this.defaultOf(property),
          ...(inherited && { from: parent.name }),
        },
      ];
    });
  }

  private isShown(declaration: ts.Declaration): boolean {
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    const foreign = declaration.getSourceFile().fileName.includes('/node_modules/');
    return !foreign && (ts.getCombinedModifierFlags(declaration) & hidden) === 0;
  }

  /** Its type, as it is written in the source where spelling it out would be long. */
  private typeOf(property: ts.Symbol, at: ts.Declaration, optional: boolean): string {
    const spelled = this.text(this.checker.getTypeOfSymbolAtLocation(property, at), at, optional);
    const written = ts.isPropertySignature(at) && at.type ? at.type.getText().replace(/\s+/g, ' ') : spelled;
    return spelled.length > 120 ? written : spelled;
  }

  private defaultOf(symbol: ts.Symbol): Pick<Member, 'default'> {
    const tag = symbol.getJsDocTags(this.checker).find(({ name }) => name === 'default');
    return tag ? { default: ts.displayPartsToString(tag.text).replace(/^- /, '').replace(/\s+/g, ' ') } : {};
  }

  private docOf(symbol: ts.Symbol): string {
    return ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).trim();
  }

  private text(type: ts.Type, at: ts.Node, optional: boolean | undefined = false): string {
    const given = optional ? this.checker.getNonNullableType(type) : type;
    const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
    return this.checker.typeToString(given, at, flags).replace(/import\("[^"]*"\)\./g, '');
  }
}
