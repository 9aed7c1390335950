using System.Reflection.Metadata;

namespace NeuralNotebooks.Cli.Tests;

public sealed class NotebookProgramTests : FolderedTests
{
    private const string Lesson = """
        // %% first
        record Point(int X, int Y);
        int count = 20; // of cells
        int Twice(int x) => 2 * x;
        Twice(count) + 2 // shown

        // %% [markdown]
        // Prose */ with the end of a comment.

        // %% second
        using System.IO;
        #r "nuget: Newtonsoft.Json, 13.0.4"
        var count = new Point(1, 2);
        foreach (int name in new[] { 1 }) Console.WriteLine(name + count.X);
        string name = Path.GetFileName("a/b");
        Console.WriteLine(name)

        // %% third
        new { count.Y, Text = Newtonsoft.Json.JsonConvert.SerializeObject(new[] { count.Y }) }
        """;

    [Fact]
    public async Task A_program_of_cells_runs_and_its_statements_have_the_lines_of_the_notebook()
    {
        string lesson = Folder.File("lesson.cs", Lesson + "\n");

        InvokedCommand made = await InvokedCommand.Of("convert", "--program", lesson);
        Assert.Equal((ExitCode.Passed, ""), (made.ExitCode, made.Error));
        made.Output.ShouldContain(
            "Cell 1, line 2: the type is moved to the end",
            "Cell 2, line 11: using System.IO; is moved to the top.",
            "Cell 2: the package Newtonsoft.Json is moved to the top.",
            "Cell 2 declares count again: it is count_2 from there on.",
            "What these cells end with is shown by display(…): 1, 2, 3.");
        string output = Folder.At("built"), program = Folder.At("lesson.program.cs");
        Assert.Equal(["42", "2", "b", "{ Y = 2, Text = [2] }"], RunProgram(program));
        (int code, string said, _) = Programs.Run("dotnet", "build", program, "--output", output);
        Assert.True(code == 0, said);
        Assert.Equal([2, 3, 4, 5, 13, 14, 15, 16, 19], LinesIn(output, lesson));

        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of("convert", "--program", lesson)).ExitCode);
        File.WriteAllText(program, "// mine");
        InvokedCommand kept = await InvokedCommand.Of("convert", "--program", lesson);
        Assert.Equal(ExitCode.Usage, kept.ExitCode);
    }

    [Fact]
    public async Task A_program_prints_what_the_notebook_prints()
    {
        string file = Folder.File("cells.cs", """"
            // %%
            #pragma warning disable
            #nullable enable
            int a;
            string? s;
            var args = 3;
            class Program { public int X = 4; }
            Console.WriteLine((a, s, args, new Program().X))
            // %%
            int.TryParse("5", out var n)
            // %%
            string n = "six";
            Console.WriteLine(new { n }.n + (n, 1).n + nameof(n));
            var items = from n in new[] { 2, 1 } join m in new[] { 1, 2 } on n equals m orderby n select n + m;
            Console.WriteLine(items.First());
            using (var text = new System.IO.StringReader("text")) Console.WriteLine(text.ReadToEnd());
            class Closed : IAsyncDisposable
            {
                public ValueTask DisposeAsync() { Console.WriteLine("closed"); return default; }
            }
            await using (new Closed()) Console.WriteLine("open");
            async IAsyncEnumerable<int> Items() { yield return 6; await Task.Yield(); }
            await foreach (int i in Items()) Console.WriteLine(i);
            // %%
            #if DEBUG
            Console.WriteLine("debug");
            #endif
            [System.Diagnostics.DebuggerHidden]
            static int F()
            {
            #if DEBUG
                return 0;
            #else
                return 7;
            #endif
            }
            int k = F();
            again: if (++k < 10) goto again;
            Console.WriteLine(k);
            Console.WriteLine("""
                // %%
                #line 3
                """);
            Func<int, int> twice = x => { return 2 * x; };
            Console.WriteLine(twice(k))
            // %%
            int F() => k > 99 ? F() : n.Length + Twice(k, n => n + 1);
            int G() { foreach (int n in new[] { 1 }) k += n; return n.Length; }
            int Twice(int n, Func<int, int> f) => f(f(n));
            Func<int> g = () => { int m = n.Length; int H(int n) => n * k; return H(m); };
            Console.WriteLine((n, F(), G(), g()));
            string again = "again ";
            again: if (again.Length < 20) { again += again; goto again; }
            again
            """");

        InvokedCommand made = await InvokedCommand.Of("convert", "--program", file);
        Assert.Equal((ExitCode.Passed, ""), (made.ExitCode, made.Error));
        await InvokedCommand.Of("run", file, "--no-site", "--output", Folder.At("out"));
        var executed = Engine.Notebook.Read(Folder.At("out/notebooks/cells.ipynb"));
        IEnumerable<string> printed = executed.CodeCells.SelectMany(cell => cell.Outputs).SelectMany(output =>
            (output is Engine.StreamOutput text ? text.Text
                : ((Engine.ExecuteResult)output).Data.Text(Engine.MimeBundle.PlainText)!).TrimEnd().Split('\n'));
        Assert.Equal(printed, RunProgram(Folder.At("cells.program.cs")));
    }

    [Theory]
    [Cases(
        "// %%\nint a = 1;\n// %%\nclass C { int F() => a; }",
        "Cell 2, line 4: the type uses a of a cell (CS8801).",
        "// %%\n1\n// %%\nint P => 3;", "Cell 2, line 4: a program can declare this only in a type.",
        "// %%\nint F(this int x) => x;", "Cell 1, line 2: a program can declare this only in a type.",
        "// %%\nint F() => 1;\nint F(int x) => x;", "Cell 1, line 3: a program can declare this only in a type.",
        "// %%\n#!pwsh\n1", "Cell 1, line 2: #!pwsh is not supported here",
        "// %%\n1\n// %%\nusing var x = new System.IO.MemoryStream();", "Cell 2, line 4: ; expected",
        "// %%\nstatic int F() => 1;\nclass C { int G() => F(); }", "Cell 1, line 3: the type uses F of a cell",
        "// %%\nif (DateTime.Now.Year > 1)\n    return 1;", "Cell 1, line 2: return ends a cell, but in a program")]
    public async Task What_cannot_be_in_a_program_is_named_with_its_cell_and_line(string text, string sentence)
    {
        InvokedCommand made = await InvokedCommand.Of("convert", "--program", Folder.File("a.cs", text));

        Assert.Equal(ExitCode.Failed, made.ExitCode);
        made.Error.ShouldContain(sentence);
        Assert.False(File.Exists(Folder.At("a.program.cs")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_notebook_of_the_course_runs_as_a_program_inside_and_outside_a_clone(bool isInside)
    {
        Nightly.Only();
        string notebook = Repository.At("notebooks/02-linear-and-logistic-regression.ipynb"),
            program = isInside
                ? Repository.At("artifacts/tmp-program/regression.program.cs") : Folder.At("regression.program.cs");

        InvokedCommand made = await InvokedCommand.Of("convert", "--program", notebook, program);
        Assert.Equal((ExitCode.Passed, ""), (made.ExitCode, made.Error));
        Assert.NotEmpty(RunProgram(program));
        string output = Folder.At("built");
        (int code, string said, _) = Programs.Run("dotnet", "build", program, "--output", output);
        Assert.True(code == 0, said);
        string[] lines = File.ReadAllLines(notebook);
        Assert.Contains(
            "Dataset<double> iris = Iris.Load();", LinesIn(output, notebook).Select(line => lines[line - 1]).First());
    }

    private static string[] RunProgram(string program)
    {
        (int code, string output, string error) = Programs.Run("dotnet", "run", program);
        Assert.True(code == 0, $"{output}\n{error}");
        return [.. output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
    }

    /// <summary>The lines of a file at which a debugger can stop in a built program, as its PDB states them.</summary>
    private static int[] LinesIn(string output, string file)
    {
        string pdb = Directory.GetFiles(output, "*.program.pdb").Single();
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(pdb));
        MetadataReader reader = provider.GetMetadataReader();
        return
        [
            .. reader.MethodDebugInformation
                .SelectMany(method => reader.GetMethodDebugInformation(method).GetSequencePoints())
                .Where(point => !point.IsHidden
                    && reader.GetString(reader.GetDocument(point.Document).Name) == file)
                .Select(point => point.StartLine).Distinct().Order(),
        ];
    }
}
