using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralNotebooks.Engine.Tests;

public abstract class DirectiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engine-").FullName;
    private readonly TestSession _session;

    protected DirectiveTests(SessionOptions host) => _session = new TestSession(host with { Folder = _folder });

    public void Dispose()
    {
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("#!import setup.csx")]
    [InlineData("#!import \"setup.csx\"")]
    [InlineData("#load \"setup.csx\"")]
    [InlineData("  #!import ./setup.csx   ")]
    public async Task An_imported_script_brings_its_usings_and_declarations(string directive)
    {
        Write("setup.csx", "using System.IO;\nint Twice(int x) => 2 * x;");
        Assert.True((await _session.Run(directive)).Result.Succeeded);
        Assert.Equal("42a", (await _session.Run("Twice(21) + Path.GetFileName(\"b/a\")")).Plain);
    }

    [Fact]
    public async Task Code_before_and_after_an_import_runs_before_and_after_it()
    {
        Write("part.csx", "Console.Write(x); x++;");
        Shown cell = await _session.Run("int x = 1;\n#!import part.csx\nConsole.Write(x);\nunknown");
        Assert.Equal("1#CS0103", cell.Order);
        Assert.Equal(new CellLocation(1, 4), cell.Result.Location);
    }

    [Fact]
    public async Task A_notebook_is_imported_by_its_code_cells_with_relative_paths_from_its_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "lib"));
        Write("lib/inner.csx", "int inner = 5;");
        var notebook = new Notebook(
            new() { ["language_info"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "C#" } }
        )
        {
            Cells =
            {
                new MarkdownCell("a", "not C#"),
                new CodeCell("b", "#!import inner.csx"),
                new CodeCell("c", "int outer = inner + 1;"),
            },
        };
        notebook.Write(Path.Combine(_folder, "lib", "other.ipynb"));
        Assert.Equal("6", (await _session.Run("#!import lib/other.ipynb\nouter")).Plain);
    }

    [Fact]
    public async Task An_error_in_an_imported_file_names_the_file_and_its_line()
    {
        Write("broken.csx", "int a = 1;\nint b = nothing;");
        Shown compile = await _session.Run("#!import broken.csx");
        Assert.Equal(
            "broken.csx, line 2 (imported by cell 1): error CS0103: The name 'nothing' does not exist in the "
                + "current context",
            compile.Result.Error!.Traceback[0]
        );

        Write("throws.csx", "\nthrow new Exception(\"inside\");");
        Shown run = await _session.Run("#!import throws.csx");
        Assert.Equal(new CellLocation(2, 2, "throws.csx"), run.Result.Location);
    }

    [Fact]
    public async Task A_missing_kit_says_to_build_it_and_where_it_was_looked_for()
    {
        Shown cell = await _session.Run("#!import kit.csx");
        Assert.Equal(CellOutcome.CompileError, cell.Outcome);
        Assert.Contains("The kit has not been built", cell.Result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet build", cell.Result.Error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder, "kit.csx"), cell.Result.Error.Message, StringComparison.Ordinal);
        Assert.StartsWith("cell 1, line 1: error: ", cell.Result.Error.Traceback[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n#!import missing.cs", "There is no file ")]
    [InlineData("\n#r \"missing.dll\"", "#r names a file that is not there: ")]
    [InlineData("\n#!import text.txt", "only .cs, .csx and .ipynb")]
    [InlineData("\n#!import self.csx", "imports itself")]
    [InlineData("\n#r \"text.txt\"", "is not a .NET assembly")]
    [InlineData("\n#!import python.ipynb", "is not a C# notebook: its language is python")]
    [InlineData("\n#!fsharp\nlet x = 1", "#!fsharp is not supported here")]
    [InlineData("\n#!share --from fsharp x", "Supported are #r, #i, #load, #!import")]
    [InlineData("\n#r \"nuget:\"", "is not a package")]
    [InlineData("\n#r \"nuget: $(HOME), 1.0\"", "is not a package")]
    [InlineData("\n#r \"nuget: Some.Package, $(HOME)\"", "is not a package")]
    [InlineData("\n#r \"nuget: Some.Package;Other, 1.0\"", "is not a package")]
    [InlineData("\n#r \"nuget: Some.Package, 1.0.0-beta.1+build\"", "Packages are not available here")]
    [InlineData("\n#r \"nuget: Some.Package, [1.0]\"", "Packages are not available here")]
    [InlineData("\n#r \"nuget: Some.Package, 1.*-*\"", "Packages are not available here")]
    [InlineData("\n#r \"nuget: Some_Package, *\"", "Packages are not available here")]
    public async Task A_directive_that_cannot_be_followed_says_why_and_runs_nothing(string code, string message)
    {
        Write("text.txt", "text");
        Write("self.csx", "#!import self.csx");
        Write(
            "python.ipynb",
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"language": "python"}}, "cells": []}"""
        );
        Shown cell = await _session.Run("Console.Write(\"ran\");" + code);

        Assert.Equal(CellOutcome.CompileError, cell.Outcome);
        Assert.Contains(message, cell.Result.Error!.Message, StringComparison.Ordinal);
        if (!code.Contains("#r \"", StringComparison.Ordinal))
            Assert.Empty(cell.Console);
        if (!code.Contains("self", StringComparison.Ordinal))
            Assert.Equal(new CellLocation(1, 2), cell.Result.Location);
    }

    [Fact]
    public async Task One_reference_makes_the_types_of_its_neighbours_nameable_and_the_same()
    {
        // All sessions of a process load libraries into one context: other tests have others of these names.
        string suffix = Guid.NewGuid().ToString("N");
        string neighbour = Compile(
            "Neighbour" + suffix,
            "public record Point(int X); public interface IShape { Point At { get; } }"
        );
        Compile("Referenced" + suffix, "public class Dot : IShape { public Point At => new(7); }", neighbour);

        await _session.Run($"#r \"Referenced{suffix}.dll\"");
        Assert.Equal("7", (await _session.Run("IShape shape = new Dot(); Point at = shape.At;\nat.X")).Plain);
    }

    [Fact]
    public async Task A_librarys_type_hides_a_type_of_the_core_library_with_the_same_name()
    {
        string name = "Hiding" + Guid.NewGuid().ToString("N");
        Compile(
            name,
            "namespace System { public struct Index { public override string ToString() => \"the library's\"; } }"
        );

        await _session.Run($"#r \"{name}.dll\"");
        Assert.Equal("the library's", (await _session.Run("new Index().ToString()")).Plain);
    }

    [Fact]
    public async Task A_second_version_of_a_library_is_refused_with_the_place_of_the_first()
    {
        string name = "Versioned" + Guid.NewGuid().ToString("N");
        string first = Compile(name, "public class Versioned { public static int Number => 1; }");
        await _session.Run($"#r \"{name}.dll\"");
        Directory.CreateDirectory(Path.Combine(_folder, "second"));
        Compile("second/" + name, "public class Versioned { public static int Number => 2; }");

        Shown second = await _session.Run($"#r \"second/{name}.dll\"");
        Assert.Contains(
            $"Another version of {name} is loaded already, from {first}",
            second.Result.Error!.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("1", (await _session.Run("Versioned.Number")).Plain);
    }

    [Fact]
    public async Task A_native_library_beside_a_referenced_one_is_found_by_a_cells_import()
    {
        Assert.SkipUnless(
            File.Exists("/proc/self/maps")
                && File.ReadAllText("/proc/self/maps").Contains("/libc.so.6", StringComparison.Ordinal),
            "Uses Linux's C library as the native library."
        );
        string name = "Native" + Guid.NewGuid().ToString("N");
        Compile(name, "public class Managed { }");
        string libc = File.ReadLines("/proc/self/maps")
            .Select(line => line[(line.LastIndexOf(' ') + 1)..])
            .First(file => file.EndsWith("/libc.so.6", StringComparison.Ordinal));
        SymbolicLink.Create(Path.Combine(_folder, "libbeside.so"), libc);

        await _session.Run(
            $"#r \"{name}.dll\"\nclass C {{ [System.Runtime.InteropServices.DllImport(\"beside\")] public "
                + $"static extern int abs(int x); }}"
        );
        Assert.Equal("3", (await _session.Run("C.abs(-3)")).Plain);
    }

    [Theory]
    [InlineData("#r \"System.Xml\"")]
    [InlineData("#r \"Microsoft.CSharp.dll\"\n")]
    public async Task A_name_of_the_framework_is_accepted(string directive) =>
        Assert.True((await _session.Run(directive)).Result.Succeeded);

    [Fact]
    public async Task Lines_that_only_look_like_directives_are_left_alone()
    {
        Shown cell = await _session.Run(
            "string text = \"\"\"\n    #!import nothing\n    #r \"x.dll\"\n    "
                + "\"\"\";\n/*\n#!fsharp\n*/\n#if NEVER\n#r \"x.dll\"\n#endif\n#region r\n#endregion\ntext"
        );
        Assert.Equal("#!import nothing\n#r \"x.dll\"", cell.Plain);
    }

    [Fact]
    public async Task Prose_after_the_markdown_magic_is_shown_as_markdown()
    {
        Shown cell = await _session.Run("#!markdown\n# It's *prose*\n\n#!csharp\n1 + 1");
        Assert.Equal("# It's *prose*", Assert.IsType<DisplayData>(cell.Outputs[0]).Data.Text("text/markdown"));
        Assert.Equal("2", Assert.IsType<ExecuteResult>(cell.Outputs[1]).Data.Text(MimeBundle.PlainText));
    }

    [Fact]
    public async Task The_time_magic_shows_the_time_of_the_cell() =>
        Assert.Matches(
            @"^x\[Wall time: \d+(\.\d+)? ms\]$",
            (await _session.Run("#!time\nConsole.Write(\"x\");")).Order
        );

    [Fact]
    public async Task Line_numbers_are_correct_after_directives_with_any_line_endings() =>
        Assert.Equal(
            new CellLocation(1, 3),
            (await _session.Run("#!csharp\r\n#r \"System.Xml\"\r\nunknown")).Result.Location
        );

    [Fact]
    public async Task A_form_feed_in_a_string_does_not_end_a_line()
    {
        Shown cell = await _session.Run("string text = \"a\fb\";\n#!time\ntext.Length");
        Assert.Equal("3", Assert.IsType<ExecuteResult>(cell.Outputs[0]).Data.Text(MimeBundle.PlainText));
        Shown error = await _session.Run("string other = \"a\fb\";\nunknown");
        Assert.Equal(new CellLocation(2, 2), error.Result.Location);
        Assert.Contains("2 | unknown", error.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_where_it_is_imported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that exists and that nobody can read.");
        SymbolicLink.Create(Path.Combine(_folder, "memory.csx"), "/proc/self/mem");

        Shown cell = await _session.Run("\n#!import memory.csx");

        Assert.Equal(new CellLocation(1, 2), cell.Result.Location);
        Assert.Contains("memory.csx cannot be read. ", cell.Result.Error!.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private string Compile(string name, string code, params string[] references)
    {
        string path = Path.Combine(_folder, name + ".dll");
        name = Path.GetFileName(name);
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> all = references
            .Append(typeof(object).Assembly.Location)
            .Append(Path.Combine(framework, "System.Runtime.dll"));
        var result = CSharpCompilation
            .Create(
                name,
                [CSharpSyntaxTree.ParseText(code)],
                all.Select(r => MetadataReference.CreateFromFile(r)),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            )
            .Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}

public sealed class DirectiveTestsWithFiles() : DirectiveTests(Hosts.WithThreads);

public sealed class DirectiveTestsWithMetadata() : DirectiveTests(Hosts.WithoutThreads);
