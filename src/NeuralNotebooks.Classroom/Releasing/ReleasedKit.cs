namespace NeuralNotebooks.Classroom;

/// <summary>The kit in a release: the libraries in <c>kit/</c>, and a script that refers to them by relative
/// paths.</summary>
/// <param name="HasCharts">Whether it has the libraries that draw charts, which are most of its size.</param>
public sealed record ReleasedKit(string Folder, string Library, IReadOnlyList<string> Code, bool HasCharts = true)
{
    /// <summary>The first line of the script, which identifies the folder of an earlier release.</summary>
    internal const string FirstLine =
        $"// Written by nn assign release. The notebook begins with  #!import {CellCompiler.KitScript}";

    private const string LibraryFolder = ReleasedAssignment.KitFolder;

    /// <summary>Begins a comment that only Verso reads, which finds an import even there: it imports a notebook that
    /// writes the script again, with absolute paths.</summary>
    private const string ForVerso = "/* For Verso";

    /// <param name="script">The kit.csx that the build wrote for students.</param>
    public static ReleasedKit Of(string script)
    {
        string[] lines = File.ReadAllLines(script);
        (string? library, int line) = ScriptLibraries.In(string.Join('\n', lines), script).FirstOrDefault();
        if (library is null)
            throw new IOException($"{script} refers to no library: build the repository again.");
        if (!File.Exists(library))
            throw new IOException(
                $"The kit has not been built: there is no {library}. Run  dotnet build  in the repository's folder "
                    + "(without a clone, install nn again).");
        return new ReleasedKit(Path.GetDirectoryName(library)!, Path.GetFileName(library), lines[line..]);
    }

    /// <summary>The part of the kit that an assignment needs: all of it, unless its cells use nothing but verdicts,
    /// variants and Throws. Then students also have no matrices and pictures in their own cells.</summary>
    /// <param name="script">The kit.csx with which the assignment is compiled.</param>
    public ReleasedKit For(AssignmentSource source, string? script) =>
        KitUse.IsBeyondVerdicts(source, script)
            ? this
            : this with
            {
                HasCharts = false,
                Code =
                [
                    .. Code.Where(line =>
                        line.StartsWith("using System", StringComparison.Ordinal)
                        || line.Contains(" NeuralNotebooks.Course", StringComparison.Ordinal)),
                ],
            };

    public IEnumerable<(string Path, byte[] Content)> Files(string assignment)
    {
        yield return (CellCompiler.KitScript, Text(
            [
                .. Lines(assignment, LibraryFolder),
                $"{ForVerso}, which resolves no relative path above, but reads this line even in a comment, "
                    + $"and then no other:",
                $"   #!import {LibraryFolder}/verso.ipynb",
                "*/",
            ]));
        yield return ($"{LibraryFolder}/here.csx", Text(["// Written again by verso.ipynb."]));
        yield return ($"{LibraryFolder}/verso.ipynb", Text([VersoNotebook().TrimEnd('\n')]));
        string files = HasCharts ? "*" : "NeuralNotebooks*";
        foreach (string file in Directory.EnumerateFiles(Folder, files, SearchOption.AllDirectories))
            yield return (
                $"{LibraryFolder}/{Path.GetRelativePath(Folder, file).Replace('\\', '/')}", File.ReadAllBytes(file));
    }

    /// <summary>A release's script for a live page, in which the kit has the same relative path as in a clone of the
    /// repository.</summary>
    internal byte[] ForPage(string assignment) => Text(Lines(assignment, $"../artifacts/{LibraryFolder}"));

    private IEnumerable<string> Lines(string assignment, string libraryFolder) =>
    [
        FirstLine,
        $"#r \"{libraryFolder}/{Library}\"",
        .. Code,
        $"Variant.Assignment = {SymbolDisplay.FormatLiteral(assignment, quote: true)};",
    ];

    /// <summary>Two cells that rewrite the script with the absolute path, which Verso needs, and import it.</summary>
    private static string VersoNotebook()
    {
        var csharp = new JsonObject { ["kernelspec"] = NotebookLanguage.KernelSpec() };
        return new Notebook(csharp)
        {
            Cells =
            {
                new CodeCell(
                    "write", $$"""
                    string folder = System.IO.Directory.GetCurrentDirectory();
                    string script = System.IO.File.ReadAllText(
                        System.IO.Path.Combine(folder, "{{CellCompiler.KitScript}}"));
                    System.IO.File.WriteAllText(
                        System.IO.Path.Combine(folder, "{{LibraryFolder}}", "here.csx"),
                        script.Substring(0, script.IndexOf("{{ForVerso}}"))
                            .Replace("#r \"{{LibraryFolder}}/", "#r \"" + folder + "/{{LibraryFolder}}/"));
                    """),
                new CodeCell("import", $"#!import {LibraryFolder}/here.csx"),
            },
        }.ToJson();
    }

    private static byte[] Text(IEnumerable<string> lines) =>
        System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
}
