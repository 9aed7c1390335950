using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Runner;

/// <summary>A program in one file that does what the cells of a notebook do, for <c>dotnet run</c> and a
/// debugger.</summary>
public sealed class NotebookProgram
{
    /// <summary>The file that a program includes: how it shows values.</summary>
    public const string DisplayFile = "notebook-display.cs";

    public const string DisplayText = """
        global using static NotebookDisplay;

        /// <summary>Shows values on the console.</summary>
        public static class NotebookDisplay
        {
            public static void display<T>(System.Func<T> value) => display((object?)value());

            public static void display(System.Action code) => code();

            public static void display(object? value) => System.Console.WriteLine(TextOf(value));

            public static void Display(this object? value) => display(value);

            public static string HTML(string content) => content;

            private static string TextOf(object? value) => value switch
            {
                null => "<null>",
                string text => text,
                System.Collections.IEnumerable items =>
                    $"[{string.Join(", ", System.Linq.Enumerable.Select(
                        System.Linq.Enumerable.Cast<object?>(items), TextOf))}]",
                _ => value.ToString() ?? "",
            };
        }

        """;

    /// <summary>Properties of a project around the file, such as that of a clone, do not apply to it.</summary>
    private static readonly string[] _properties =
    [
        "PublishAot=false", "ImplicitUsings=disable", "Nullable=annotations", "AllowUnsafeBlocks=true",
        "TreatWarningsAsErrors=false", "WarningLevel=0", "RunAnalyzers=false", "ManagePackageVersionsCentrally=false",
        "RestorePackagesWithLockFile=false", "DefineConstants=", "DisableImplicitFrameworkDefines=true",
        "FileBasedProgramsItemMapping=.cs=Compile;.dll=Reference",
    ];

    private readonly string _path;
    private readonly SortedSet<string> _head = new(StringComparer.Ordinal);
    private readonly List<string> _usings =
    [
        "using System;", "using System.Text;", "using System.Collections;", "using System.Collections.Generic;",
        "using System.Threading.Tasks;", "using System.Linq;",
    ];

    private readonly StringBuilder _statements = new(), _types = new();
    private readonly List<string> _notes = [], _obstacles = [];
    private readonly List<int> _shown = [];
    private readonly ProgramNames _names = new();

    private NotebookProgram(string path) => _path = path;

    /// <summary>What was changed so that the cells are a program, each with its cell.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>What keeps the cells from being a program, each with its cell.</summary>
    public IReadOnlyList<string> Obstacles => _obstacles;

    /// <summary>The program of a notebook's C# cells.</summary>
    /// <param name="path">The notebook's file, in which a debugger stops.</param>
    public static NotebookProgram Of(string path, string? kitScript)
    {
        byte[] content = NamedFile.ReadAllBytes(path);
        var notebook = Notebook.Read(content, path);
        int[] lines = Notebook.IsText(path) ? [.. notebook.Cells.Select(cell => cell.FirstLine)] : JsonLines(content);
        var program = new NotebookProgram(Path.GetFullPath(path));
        SessionOptions options = CourseOptions.AddTo(new SessionOptions(), kitScript, kitFolder: null);
        string folder = Path.GetDirectoryName(program._path)!;
        var codes = new List<(int Cell, CodeStep Step)>();
        foreach ((int i, CodeCell cell) in notebook.CodeCells.Index().Where(one => !one.Item.IsSkipped))
        {
            if ((cell.Language ?? notebook.Language) is { } language && !NotebookLanguage.IsCSharp(language))
            {
                program._notes.Add(Invariant($"Cell {i + 1} is left out: it is in {language}."));
                continue;
            }
            try
            {
                IReadOnlyList<SourceStep> steps =
                    new CellReader(folder, new(i + 1), new(), options.Directives)
                        .Read(cell.SourceFrom(lines[notebook.Cells.IndexOf(cell)]));
                foreach (SourceStep step in steps)
                {
                    program.AddToHead(step, folder);
                    if (step is PackageStep package && codes.Count > 0)
                        program._notes.Add(Invariant($"Cell {i + 1}: the package {package.Id} is moved to the top."));
                }
                codes.AddRange(steps.OfType<CodeStep>().Select(step => (i + 1, step)));
            }
            catch (DirectiveException e)
            {
                program._obstacles.Add(Invariant($"Cell {i + 1}, line {e.Place.Line}: {e.Message}"));
            }
        }
        program._names.Reserve(codes.Select(code => code.Step.Code));
        foreach ((int cell, CodeStep step) in codes)
            program.Add(cell, step);
        if (program._shown.Count > 0)
            program._notes.Add(
                $"What these cells end with is shown by display(…): {string.Join(", ", program._shown)}.");
        return program;
    }

    /// <summary>The line of a Jupyter notebook in which the source of each cell begins, from 1.</summary>
    private static int[] JsonLines(byte[] content)
    {
        const int inCell = 3;
        var lines = new List<int>();
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        ReadOnlySpan<byte> utf8 = content.AsSpan(content.AsSpan().StartsWith(mark) ? mark.Length : 0);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 512 });
        bool isCells = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                isCells = reader.ValueTextEquals("cells");
            if (!isCells || reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != inCell
                || !reader.ValueTextEquals("source"))
                continue;
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
                reader.Read();
            lines.Add(utf8[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1);
        }
        return [.. lines];
    }

    public override string ToString()
    {
        string[] head =
        [
            "#!/usr/bin/env dotnet", .. _properties.Select(one => $"#:property {one}"), $"#:include {DisplayFile}",
            .. _head, .. _usings.Distinct(),
        ];
        return $"{string.Join('\n', head)}\n\n{_statements}\n{_types}";
    }

    private void AddToHead(SourceStep step, string folder)
    {
        if (step is PackageStep package)
            _head.Add($"#:package {package.Id}@{package.Version ?? "*"}");
        else if (step is PackageSourceStep source)
            _head.Add($"#:property RestoreAdditionalProjectSources={source.Source}");
        else if (step is ProjectStep project)
            _head.Add($"#:project {project.FileIn(folder)}");
        else if (step is ReferenceStep reference
            && CellReader.PathOf(reference.Reference, reference.Folder, folder) is var file)
            // The cells can name types of libraries that it uses, too.
            _head.UnionWith(ReferencedFiles.Of([file]).Select(library => $"#:include {library}"));
    }

    private void Add(int cell, CodeStep step)
    {
        SyntaxTree tree = ScriptSyntax.Parse(step.Code);
        if (tree.GetDiagnostics().FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error) is { } error)
        {
            string sentences = CompileErrorReport.Sentences(error, CSharpCompilation.CreateScriptCompilation("", tree));
            _obstacles.Add(Invariant($"Cell {cell}, line {ScriptSyntax.LineOf(error.Location)}: {sentences}"));
            return;
        }
        var root = (CompilationUnitSyntax)tree.GetRoot();
        foreach (UsingDirectiveSyntax imported in root.Usings)
        {
            string text = imported.WithoutTrivia().ToFullString();
            _usings.Add(text);
            if (_statements.Length > 0)
                _notes.Add($"{Place(cell, imported)}: {imported.WithoutTrivia()} is moved to the top.");
        }
        foreach ((string name, string other) in _names.Begin(root))
            _notes.Add(Invariant($"Cell {cell} declares {name} again: it is {other} from there on."));
        foreach (MemberDeclarationSyntax member in root.Members)
            Add(cell, step, member);
    }

    private void Add(int cell, CodeStep step, MemberDeclarationSyntax member)
    {
        string text = _names.TextOf(member);
        switch (member)
        {
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                if (_names.OfCellsIn(member) is [var name, ..])
                    _obstacles.Add(
                        $"{Place(cell, member)}: the type uses {name} of a cell (CS8801). "
                            + "Give it to the type as a parameter.");
                _notes.Add($"{Place(cell, member)}: the type is moved to the end, where types of a program stand.");
                Append(_types, cell, step, member, text);
                break;
            case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }:
                _shown.Add(cell);
                // In a lambda, an expression may be void, but it cannot await, or declare a variable for other cells.
                bool isLambda = !CellNames.DeclaredBy(member).Any()
                    && !last.DescendantTokens().Any(token => token.IsKind(SyntaxKind.AwaitKeyword));
                Append(_statements, cell, step, member, $"display({(isLambda ? "() => " : "")}{text}\n);");
                break;
            case GlobalStatementSyntax when member.DescendantNodes(node => !ProgramNames.IsFunction(node))
                .OfType<ReturnStatementSyntax>().Any():
                _obstacles.Add($"{Place(cell, member)}: return ends a cell, but in a program it would end all of it.");
                break;
            case FieldDeclarationSyntax or GlobalStatementSyntax:
            case MethodDeclarationSyntax method when !IsOverloadOrExtension(method):
                Append(_statements, cell, step, member, text);
                break;
            default:
                _obstacles.Add($"{Place(cell, member)}: a program can declare this only in a type.");
                break;
        }
    }

    private static bool IsOverloadOrExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword))
        || ((CompilationUnitSyntax)method.Parent!).Members.OfType<MethodDeclarationSyntax>()
            .Any(other => other != method && other.Identifier.ValueText == method.Identifier.ValueText);

    /// <summary>Appends code at its column in the notebook, below a directive with its file and line.</summary>
    private void Append(StringBuilder program, int cell, CodeStep step, MemberDeclarationSyntax member, string text)
    {
        string file = step.Place.Path == new CodeOrigin(cell).Path ? _path : step.Place.Path;
        program.Append(CultureInfo.InvariantCulture, $"#line {ScriptSyntax.LineOf(member)} \"{file}\"\n")
            .Append(' ', member.GetLocation().GetLineSpan().StartLinePosition.Character)
            .Append(text).Append('\n');
    }

    private static string Place(int cell, SyntaxNode node) =>
        Invariant($"Cell {cell}, line {ScriptSyntax.LineOf(node)}");
}
